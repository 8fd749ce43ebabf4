//! Who is at the door: the open unit, the signed-in user, locking.
//!
//! [`Desk::call`] is the only way in, for the window and the command line
//! alike. When the desk is locked the file is closed and its keys are gone.

mod asked;

pub use asked::{
    ChangePassword, CreatePractice, CreateUnit, DeskState, DeskStatus, OpenUnit, PracticeCreated,
    SignIn, SignInAlone, SignInWithRecoveryKey, SignedIn, Unit, UnitCreated,
};

use std::path::{Path, PathBuf};

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde_json::Value;

use crate::accounts::{self, Cost, Envelope, FileKey, Keys, RecoveryKey, Role, UserId};
use crate::error::{Error, Reason, Result};
use crate::history::Event;
use crate::progress::Progress;
use crate::store::{Caller, Practice, Store, beside, shared_folder};

/// The time of a request, read once at the edge.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// UTC instant.
    pub at: DateTime<Utc>,
    /// The calendar day in Sweden.
    pub today: NaiveDate,
    /// A day the user asked for; only a practice unit takes it.
    pub asked_day: Option<NaiveDate>,
}

impl Moment {
    /// The moment `at`, with the day that it is in Sweden then.
    #[must_use]
    pub fn new(at: DateTime<Utc>, asked_day: Option<NaiveDate>) -> Self {
        Self {
            at,
            today: crate::law::swedish_day(at),
            asked_day,
        }
    }
}

/// The door's state.
pub struct Desk {
    path: Option<PathBuf>,
    open: Option<Open>,
    cost: Cost,
    /// The program that reads strange files; this one when absent.
    pub(crate) reader: Option<PathBuf>,
    /// The spreadsheet that is being looked at.
    pub(crate) sheet: Option<crate::exchange::import::ReadSheet>,
    progress: Progress,
}

struct Open {
    store: Store,
    user: UserId,
    name: String,
    role: Role,
    file: FileKey,
}

/// Minutes without a key before the desk locks itself (security.md row 2).
const IDLE_MINUTES: u32 = 5;

/// Who works in the practice unit, and the password when none is chosen.
const PRACTICE_USER: &str = "Övning";
const PRACTICE_PASSWORD: &str = "öva i lugn och ro";

/// The practice unit's own calendar starts here: the day its bundle is told on.
const PRACTICE_DAY: &str = include_str!("../../../assets/demo/today.txt");

/// The practice unit's people.
const PRACTICE: &[u8] = include_bytes!("../../../assets/demo/unit.jsonl");

impl Desk {
    /// A desk with nothing open.
    #[must_use]
    pub fn new(cost: Cost) -> Self {
        Self {
            path: None,
            open: None,
            cost,
            reader: None,
            sheet: None,
            progress: Progress::default(),
        }
    }

    /// Lets another program read strange files, in a process of its own.
    pub fn set_reader(&mut self, program: &Path) {
        self.reader = Some(program.to_owned());
    }

    /// Where long work tells how far it has come; may be asked at any time,
    /// also while a request runs.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.progress.clone()
    }

    /// Chooses a file without opening it.
    pub fn choose(&mut self, path: &Path) {
        self.open = None;
        self.path = Some(path.to_owned());
    }

    /// Answers one request.
    ///
    /// # Errors
    /// Every error of the call; see [`crate::api::CALLS`] for who may what.
    pub fn call(&mut self, name: &str, input: Value, moment: Moment) -> Result<Value> {
        let call = crate::api::find(name)?;
        (call.run)(self, input, moment)
    }

    /// The signed-in caller at this moment.
    pub(crate) fn caller(&self, moment: Moment, needs: Role) -> Result<Caller> {
        let open = self.open.as_ref().ok_or(Error::Locked)?;
        if !open.role.may(needs) {
            return Err(Error::Forbidden { needs });
        }
        Ok(Caller {
            user: open.user.clone(),
            name: open.name.clone(),
            role: open.role,
            today: open.store.today(moment)?,
            at: moment.at,
        })
    }

    /// The open file.
    pub(crate) fn store(&mut self) -> Result<&mut Store> {
        self.open
            .as_mut()
            .map(|it| &mut it.store)
            .ok_or(Error::Locked)
    }

    /// The door as it stands.
    ///
    /// # Errors
    /// Only the file's own.
    pub(crate) fn status(&mut self, _: (), moment: Moment) -> Result<DeskStatus> {
        let state = match (&self.path, &self.open) {
            (_, Some(_)) => DeskState::Open,
            (Some(_), None) => DeskState::Locked,
            (None, None) => DeskState::NoFile,
        };
        let file = self
            .path
            .as_ref()
            .and_then(|it| it.file_name())
            .map(|it| it.to_string_lossy().into_owned());
        let mut status = DeskStatus {
            state,
            file,
            practice: false,
            unit: None,
            user: None,
            today: moment.today,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            idle_minutes: IDLE_MINUTES,
        };
        if let Some(open) = &self.open {
            let caller = self.caller(moment, Role::Reader)?;
            status.practice = open.store.practice() != Practice::Real;
            status.today = caller.today;
            let (municipality, committee) = open.store.read(&caller, accounts::sql::unit)?;
            status.unit = Some(Unit {
                municipality,
                committee,
            });
            status.user = Some(SignedIn {
                id: open.user.clone(),
                name: open.name.clone(),
                role: open.role,
            });
        }
        Ok(status)
    }

    pub(crate) fn create_unit(&mut self, input: CreateUnit, moment: Moment) -> Result<UnitCreated> {
        let recovery = self.create(&input, moment, None)?;
        Ok(UnitCreated {
            recovery_key: recovery.printed().to_string(),
        })
    }

    pub(crate) fn create_practice(
        &mut self,
        input: CreatePractice,
        moment: Moment,
    ) -> Result<PracticeCreated> {
        let password = input
            .password
            .unwrap_or_else(|| PRACTICE_PASSWORD.to_owned());
        let day: NaiveDate = PRACTICE_DAY
            .trim()
            .parse()
            .map_err(|_| Error::internal("the practice day is no day"))?;
        let header = crate::exchange::bundle::header(PRACTICE)?;
        let unit = CreateUnit {
            path: input.path,
            municipality: header.municipality,
            committee: header.committee,
            user_name: PRACTICE_USER.to_owned(),
            password: password.clone(),
        };
        let days = (day - moment.today).num_days();
        self.create(&unit, moment, Some(days))?;
        let caller = self.caller(moment, Role::Supervisor)?;
        self.store()?.write(&caller, |write| {
            crate::exchange::bundle::import(write, PRACTICE)?;
            write.record(&Event::PracticeOpened)
        })?;
        Ok(PracticeCreated {
            name: PRACTICE_USER.to_owned(),
            password,
            status: self.status((), moment)?,
        })
    }

    fn create(
        &mut self,
        input: &CreateUnit,
        moment: Moment,
        practice: Option<i64>,
    ) -> Result<RecoveryKey> {
        let name = required("user_name", &input.user_name)?;
        let municipality = required("municipality", &input.municipality)?;
        let committee = required("committee", &input.committee)?;
        accounts::check_password(&input.password)?;
        let path = PathBuf::from(required("path", &input.path)?);
        if shared_folder(&path) {
            return Err(Error::invalid("path", Reason::SharedFolder));
        }
        if path.exists() || beside(&path, "keys").exists() {
            return Err(Error::invalid("path", Reason::FileExists));
        }
        let id = crate::store::new_id(moment.at);
        let user = UserId::new(moment.at);
        let keys = Keys {
            user: Some(user),
            name,
            file: FileKey::new(),
        };
        let recovery = RecoveryKey::new();
        let mut envelope = Envelope::new(&id);
        envelope.seal(&keys, &input.password, self.cost)?;
        envelope.seal_for_recovery(&keys, &recovery)?;
        // The keys first: a register without its keys would be lost for ever,
        // keys without a register are only litter.
        envelope.save(&beside(&path, "keys"))?;
        let made = self.make_file(
            &path,
            &keys,
            &id,
            &municipality,
            &committee,
            moment,
            practice,
        );
        if let Err(err) = made {
            self.open = None;
            for it in [path.clone(), beside(&path, "keys"), beside(&path, "lock")] {
                let _ = std::fs::remove_file(it);
            }
            return Err(err);
        }
        self.path = Some(path);
        Ok(recovery)
    }

    #[allow(clippy::too_many_arguments)] // one caller; the parts of one unit
    fn make_file(
        &mut self,
        path: &Path,
        keys: &Keys,
        id: &str,
        municipality: &str,
        committee: &str,
        moment: Moment,
        practice: Option<i64>,
    ) -> Result<()> {
        let mut store = Store::create(path, &keys.file)?;
        let user = keys.user.clone().expect("made with a user");
        let today = practice.map_or(moment.today, |days| shifted(moment.today, days));
        let caller = Caller {
            user: user.clone(),
            name: keys.name.clone(),
            role: Role::Supervisor,
            today,
            at: moment.at,
        };
        store.found(&caller, id, |write| {
            accounts::sql::insert_unit(
                write,
                id,
                municipality,
                committee,
                practice.is_some(),
                practice.unwrap_or(0),
            )?;
            accounts::add_user(write, &user, &keys.name, Role::Supervisor)?;
            write.record(&Event::UnitCreated)
        })?;
        self.open = Some(Open {
            store,
            user,
            name: keys.name.clone(),
            role: Role::Supervisor,
            file: keys.file.clone(),
        });
        Ok(())
    }

    pub(crate) fn open_unit(&mut self, input: OpenUnit, moment: Moment) -> Result<DeskStatus> {
        let path = PathBuf::from(required("path", &input.path)?);
        if !path.is_file() {
            return Err(Error::invalid("path", Reason::NotAUnit));
        }
        if !beside(&path, "keys").is_file() {
            return Err(Error::invalid("path", Reason::KeyFileMissing));
        }
        self.choose(&path);
        self.status((), moment)
    }

    pub(crate) fn sign_in(&mut self, input: SignIn, moment: Moment) -> Result<DeskStatus> {
        let path = self
            .path
            .clone()
            .ok_or_else(|| Error::invalid("path", Reason::Required))?;
        let envelope = Envelope::load(&beside(&path, "keys"))?;
        let keys = envelope.open(&input.name, &input.password)?;
        self.enter_by_password(&path, envelope, &keys, &input.password, moment)
    }

    /// Signs in the unit's only user.
    pub(crate) fn sign_in_alone(
        &mut self,
        input: SignInAlone,
        moment: Moment,
    ) -> Result<DeskStatus> {
        let path = self
            .path
            .clone()
            .ok_or_else(|| Error::invalid("path", Reason::Required))?;
        let envelope = Envelope::load(&beside(&path, "keys"))?;
        let keys = envelope.open_only(&input.password)?;
        self.enter_by_password(&path, envelope, &keys, &input.password, moment)
    }

    fn enter_by_password(
        &mut self,
        path: &Path,
        mut envelope: Envelope,
        keys: &Keys,
        password: &str,
        moment: Moment,
    ) -> Result<DeskStatus> {
        self.enter(path, keys, moment, &Event::SignedIn)?;
        // A box sealed when machines were slower is sealed again.
        let user = keys.user.clone().expect("a user's box");
        if envelope
            .cost_of(&user)
            .is_some_and(|it| it.memory_kib < self.cost.memory_kib || it.passes < self.cost.passes)
        {
            envelope.seal(keys, password, self.cost)?;
            envelope.save(&beside(path, "keys"))?;
        }
        self.status((), moment)
    }

    /// The recovery key as a paper for the sealed envelope.
    pub(crate) fn recovery_paper(
        &mut self,
        input: accounts::PrintRecoveryKey,
        moment: Moment,
    ) -> Result<accounts::PdfBytes> {
        let caller = self.caller(moment, Role::Supervisor)?;
        let store = self.store()?;
        let practice = store.practice() != Practice::Real;
        let (municipality, committee) = store.read(&caller, accounts::sql::unit)?;
        accounts::recovery_paper(
            &input,
            &Unit {
                municipality,
                committee,
            },
            caller.today,
            caller.at,
            practice,
        )
    }

    pub(crate) fn sign_in_with_recovery_key(
        &mut self,
        input: SignInWithRecoveryKey,
        moment: Moment,
    ) -> Result<DeskStatus> {
        accounts::check_password(&input.new_password).map_err(|_| short("new_password"))?;
        let path = self
            .path
            .clone()
            .ok_or_else(|| Error::invalid("path", Reason::Required))?;
        let mut envelope = Envelope::load(&beside(&path, "keys"))?;
        let keys = envelope.open_with_recovery_key(&RecoveryKey::parse(&input.recovery_key)?)?;
        let nobody = Keys {
            user: Some(UserId(String::new())),
            ..keys.clone()
        };
        let store = Store::open(&path, &keys.file)?;
        let caller = Caller {
            user: UserId(String::new()),
            name: String::new(),
            role: Role::Supervisor,
            today: store.today(moment)?,
            at: moment.at,
        };
        let wanted = crate::people::fold(input.name.trim());
        let user = store
            .read(&caller, accounts::sql::users)?
            .into_iter()
            .find(|it| crate::people::fold(&it.name) == wanted)
            .ok_or_else(|| Error::invalid("name", Reason::Unknown))?;
        drop(store);
        let keys = Keys {
            user: Some(user.id),
            name: user.name,
            ..nobody
        };
        envelope.seal(&keys, &input.new_password, self.cost)?;
        envelope.save(&beside(&path, "keys"))?;
        self.enter(&path, &keys, moment, &Event::SignedInWithRecoveryKey)?;
        self.status((), moment)
    }

    pub(crate) fn change_password(&mut self, input: ChangePassword, moment: Moment) -> Result<()> {
        accounts::check_password(&input.new_password).map_err(|_| short("new_password"))?;
        let caller = self.caller(moment, Role::Reader)?;
        let path = self.path.clone().ok_or(Error::Locked)?;
        let mut envelope = Envelope::load(&beside(&path, "keys"))?;
        let keys = envelope.open(&caller.name, &input.password)?;
        envelope.seal(&keys, &input.new_password, self.cost)?;
        envelope.save(&beside(&path, "keys"))?;
        self.store()?
            .write(&caller, |write| write.record(&Event::PasswordChanged))
    }

    pub(crate) fn add_user(&mut self, input: accounts::NewUser, moment: Moment) -> Result<()> {
        accounts::check_password(&input.password)?;
        let caller = self.caller(moment, Role::Supervisor)?;
        let path = self.path.clone().ok_or(Error::Locked)?;
        let open = self.open.as_mut().ok_or(Error::Locked)?;
        let id = UserId::new(moment.at);
        let keys = Keys {
            user: Some(id.clone()),
            name: input.name.trim().to_owned(),
            file: open.file.clone(),
        };
        let cost = self.cost;
        open.store.write(&caller, |write| {
            accounts::add_user(write, &id, &input.name, input.role)?;
            // Inside the transaction: a user without a box could not sign in.
            let mut envelope = Envelope::load(&beside(&path, "keys"))?;
            envelope.seal(&keys, &input.password, cost)?;
            envelope.save(&beside(&path, "keys"))
        })
    }

    fn enter(&mut self, path: &Path, keys: &Keys, moment: Moment, event: &Event) -> Result<()> {
        self.open = None;
        let user = keys
            .user
            .clone()
            .ok_or_else(|| Error::internal("signing in as nobody"))?;
        let mut store = Store::open(path, &keys.file)?;
        let asking = Caller {
            user: user.clone(),
            name: keys.name.clone(),
            role: Role::Reader,
            today: store.today(moment)?,
            at: moment.at,
        };
        let row = store.read(&asking, |read| accounts::sql::user(read, &user))?;
        let row = row.ok_or_else(|| Error::invalid("password", Reason::WrongPassword))?;
        store.write(&asking, |write| write.record(event))?;
        self.open = Some(Open {
            store,
            user,
            name: row.name,
            role: row.role,
            file: keys.file.clone(),
        });
        Ok(())
    }

    /// Closes the file and forgets the keys.
    ///
    /// # Errors
    /// None that leave the desk open.
    pub(crate) fn lock(&mut self, _: (), moment: Moment) -> Result<DeskStatus> {
        if let Ok(caller) = self.caller(moment, Role::Reader)
            && let Ok(store) = self.store()
        {
            let _ = store.write(&caller, |write| write.record(&Event::Locked));
        }
        self.open = None;
        self.sheet = None;
        self.status((), moment)
    }
}

impl Store {
    /// The unit's calendar day: the real one, or a practice unit's own.
    ///
    /// # Errors
    /// [`Reason::NotPractice`] when a day was asked for in a real unit.
    pub(crate) fn today(&self, moment: Moment) -> Result<NaiveDate> {
        match (self.practice(), moment.asked_day) {
            (Practice::Real, None) => Ok(moment.today),
            (Practice::Real, Some(_)) => Err(Error::invalid("today", Reason::NotPractice)),
            (Practice::Practice { .. }, Some(day)) => Ok(day),
            (Practice::Practice { days }, None) => Ok(shifted(moment.today, days)),
        }
    }
}

fn shifted(day: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    if days < 0 {
        day.checked_sub_days(by)
    } else {
        day.checked_add_days(by)
    }
    .unwrap_or(day)
}

fn required(field: &str, text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        Err(Error::invalid(field, Reason::Required))
    } else {
        Ok(text.to_owned())
    }
}

fn short(field: &str) -> Error {
    let min = u32::try_from(accounts::PASSWORD_MIN).expect("small");
    Error::invalid(field, Reason::TooShort { min })
}
