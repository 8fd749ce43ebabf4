/// <reference types="vite/client" />
declare module "*.md" {
  const page: import("../handbook").Block[];
  export default page;
}
