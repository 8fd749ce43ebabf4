// Runs before the page's own scripts: nobody can change what every object
// inherits (prototype pollution).
//
// Tauri's `freezePrototype` does it by Object.freeze alone, and then a library
// that gives its own class a `toString` fails: a frozen inherited value cannot
// be assigned over. Here each value becomes an accessor whose setter gives the
// object at hand its own property, and then all is frozen.
"use strict";
(() => {
  const base = Object.prototype;
  for (const key of Reflect.ownKeys(base)) {
    const was = Object.getOwnPropertyDescriptor(base, key);
    if (!("value" in was)) continue;
    const value = was.value;
    Object.defineProperty(base, key, {
      get: () => value,
      set(own) {
        if (this === base) throw new TypeError("Object.prototype is frozen");
        Object.defineProperty(this, key, { value: own, writable: true, enumerable: true, configurable: true });
      },
      enumerable: was.enumerable,
      configurable: false,
    });
  }
  Object.freeze(base);
})();
