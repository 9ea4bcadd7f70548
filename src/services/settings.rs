//! What the staff decide about the shop while it is open.
//!
//! What is only shown may be a second old: each instance looks at the version in the database as often as that, and reads
//! what it then finds. An order is placed by what its own transaction reads.

use super::{Shop, ShopTerms};
use crate::domain::{Actor, Deed, NotAValue, Setting, ShopSettings, Subject, UpdateId};
use crate::repository::{StoreError, StoredSettings, UnitOfWork};
use chrono::Weekday;
use std::collections::HashSet;
use std::ops::Deref;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

/// For how long what was read is shown.
const FRESH: Duration = Duration::from_secs(1);

/// The settings at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurrentSettings {
    /// Their values.
    pub settings: Arc<ShopSettings>,
    /// Counts the changes.
    pub version: i64,
    /// Those that the staff decided about; the others are as the installation has them.
    pub decided: HashSet<Setting>,
}

impl Deref for CurrentSettings {
    type Target = ShopSettings;

    fn deref(&self) -> &ShopSettings {
        &self.settings
    }
}

impl CurrentSettings {
    /// Those of the installation, changed by what was stored.
    fn of(terms: &ShopTerms, stored: &StoredSettings) -> Self {
        let mut settings = ShopSettings::of(terms.name.clone(), terms.delivery.clone(), terms.currency);
        let mut decided = HashSet::new();
        for one in &stored.all {
            let Some(value) = &one.value else { continue };
            match settings.set(one.setting, value) {
                Ok(()) => drop(decided.insert(one.setting)),
                // Stored by a version with another rule, or before the currency was another one.
                Err(NotAValue) => {
                    tracing::warn!(setting = one.setting.as_str(), "a stored setting is no value any more");
                }
            }
        }
        Self { settings: Arc::new(settings), version: stored.version, decided }
    }
}

/// What was read last, and when it was last asked for.
#[derive(Default)]
pub(super) struct Remembered(RwLock<Memory>);

#[derive(Default)]
struct Memory {
    current: Option<Arc<CurrentSettings>>,
    asked: Option<Instant>,
}

impl Remembered {
    /// What is known, if nobody has to ask. Whoever has to is the only one for a second: the others go on with what is
    /// known.
    fn fresh(&self, now: Instant) -> Option<Arc<CurrentSettings>> {
        let is_fresh = |memory: &Memory| memory.asked.is_some_and(|asked| now.duration_since(asked) < FRESH);
        {
            let memory = self.0.read().unwrap_or_else(PoisonError::into_inner);
            if is_fresh(&memory) {
                return memory.current.clone();
            }
        }
        let mut memory = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if is_fresh(&memory) {
            return memory.current.clone();
        }
        memory.asked = Some(now);
        None
    }

    /// Remembers what was read; an older answer that comes late changes nothing.
    fn learn(&self, read: &StoredSettings, terms: &ShopTerms) -> Arc<CurrentSettings> {
        let mut memory = self.0.write().unwrap_or_else(PoisonError::into_inner);
        match &memory.current {
            Some(known) if known.version >= read.version => Arc::clone(known),
            Some(_) | None => {
                let current = Arc::new(CurrentSettings::of(terms, read));
                memory.current = Some(Arc::clone(&current));
                current
            }
        }
    }

    fn known(&self) -> Option<Arc<CurrentSettings>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).current.clone()
    }

    /// The next one asks.
    fn expire(&self) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).asked = None;
    }
}

/// What came of a wish to change a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// It holds now.
    Done(Setting),
    /// It holds already: asked for twice, or the same as before.
    Already,
    /// Somebody has changed it since it was shown.
    Overtaken,
    /// It is no value of this setting.
    NotAValue,
}

impl Shop {
    /// The settings, at most a second old.
    ///
    /// # Errors
    /// [`StoreError`], as long as they were never read; later the last known ones are as good as any.
    pub async fn settings(&self) -> Result<Arc<CurrentSettings>, StoreError> {
        if let Some(current) = self.remembered.fresh(Instant::now()) {
            return Ok(current);
        }
        match (self.read_settings().await, self.remembered.known()) {
            (Ok(current), _) => Ok(current),
            (Err(error), Some(known)) => {
                tracing::warn!(%error, "the settings were not read; going on with the last known ones");
                Ok(known)
            }
            (Err(error), None) => {
                self.remembered.expire();
                Err(error)
            }
        }
    }

    async fn read_settings(&self) -> Result<Arc<CurrentSettings>, StoreError> {
        let read = self.session().await?.settings().read().await?;
        Ok(self.remembered.learn(&read, &self.terms))
    }

    /// The settings as this unit of work finds them: what is decided by them is right. They are not read again if it has
    /// found the `version` that is known.
    pub(super) async fn settings_in(
        &self,
        work: &mut dyn UnitOfWork,
        version: Option<i64>,
    ) -> Result<Arc<CurrentSettings>, StoreError> {
        match self.remembered.known() {
            Some(known) if version == Some(known.version) => Ok(known),
            Some(_) | None => Ok(Arc::new(CurrentSettings::of(&self.terms, &work.settings().read().await?))),
        }
    }

    /// Changes a setting, once per update; `None` is the value of the installation. `seen` is the version on the screen
    /// of whoever pressed a button: a setting that was changed since is left as it is.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn decide(
        &self,
        setting: Setting,
        value: Option<&str>,
        seen: Option<i64>,
        update: UpdateId,
        by: Actor,
    ) -> Result<Decided, StoreError> {
        let Some(mut work) = self.begin_once(update).await? else { return Ok(Decided::Already) };
        let decided = self.decide_in(work.as_mut(), setting, value, seen, by).await?;
        self.conclude(work, decided).await
    }

    /// Lets the hours of Monday hold from Tuesday to Friday too, all of them or none, once per update. `seen` as in
    /// [`decide`](Self::decide).
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn copy_monday(&self, seen: i64, update: UpdateId, by: Actor) -> Result<Decided, StoreError> {
        const OTHERS: [Weekday; 4] = [Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
        let Some(mut work) = self.begin_once(update).await? else { return Ok(Decided::Already) };
        work.settings().hold().await?;
        let hours = self.settings_in(work.as_mut(), None).await?.text(Setting::Hours(Weekday::Mon));
        let mut all = Decided::Already;
        for day in OTHERS.map(Setting::Hours) {
            match self.decide_in(work.as_mut(), day, Some(&hours), Some(seen), by.clone()).await? {
                Decided::Done(day) => all = Decided::Done(day),
                Decided::Already => {}
                refused @ (Decided::Overtaken | Decided::NotAValue) => return Ok(refused),
            }
        }
        self.conclude(work, all).await
    }

    /// Keeps a text to be looked at before it holds. The same text in its one form, or `None` if it is no value.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn draft_setting(
        &self,
        setting: Setting,
        typed: &str,
        update: UpdateId,
    ) -> Result<Option<ShopSettings>, StoreError> {
        let mut drafted = ShopSettings::clone(&self.settings().await?.settings);
        if drafted.set(setting, typed).is_err() {
            return Ok(None);
        }
        let value = drafted.text(setting);
        self.session().await?.settings().keep_draft(update, setting, &value, self.now()).await?;
        Ok(Some(drafted))
    }

    /// The text that `draft` brought is to hold.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn use_draft(&self, draft: UpdateId, by: Actor) -> Result<Decided, StoreError> {
        let mut work = self.begin().await?;
        match work.settings().take_draft(draft).await? {
            Some((setting, value)) => {
                let decided = self.decide_in(work.as_mut(), setting, Some(&value), None, by).await?;
                self.conclude(work, decided).await
            }
            None => Ok(Decided::Already),
        }
    }

    /// The text that `draft` brought is not to hold. The setting it was for; `None` if it was taken already.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn drop_draft(&self, draft: UpdateId) -> Result<Option<Setting>, StoreError> {
        let taken = self.session().await?.settings().take_draft(draft).await?;
        Ok(taken.map(|(setting, _)| setting))
    }

    /// Decides, in a unit of work that is to be concluded.
    async fn decide_in(
        &self,
        work: &mut dyn UnitOfWork,
        setting: Setting,
        value: Option<&str>,
        seen: Option<i64>,
        by: Actor,
    ) -> Result<Decided, StoreError> {
        let mut stored = work.settings().hold().await?;
        let known = stored.find(setting).cloned();
        let changed_in = known.as_ref().map_or(0, |known| known.version);
        if seen.is_some_and(|seen| changed_in > seen) {
            return Ok(Decided::Overtaken);
        }
        let mut settings = ShopSettings::clone(&CurrentSettings::of(&self.terms, &stored));
        let before = settings.text(setting);
        let after = match value {
            Some(value) if settings.set(setting, value).is_err() => return Ok(Decided::NotAValue),
            Some(_) => settings.text(setting),
            None => {
                stored.all.retain(|stored| stored.setting != setting);
                CurrentSettings::of(&self.terms, &stored).text(setting)
            }
        };
        let next = value.map(|_| after.clone());
        if known.and_then(|known| known.value) == next {
            return Ok(Decided::Already);
        }
        work.settings().set(setting, next.as_deref()).await?;
        let change = (Some(before), Some(after));
        self.record(work, by, Deed::SettingChanged, Subject::Setting(setting), change).await?;
        Ok(Decided::Done(setting))
    }

    /// Makes true what was decided; what was not leaves no trace.
    async fn conclude(&self, work: Box<dyn UnitOfWork>, decided: Decided) -> Result<Decided, StoreError> {
        if !matches!(decided, Decided::Done(_)) {
            return Ok(decided);
        }
        work.commit().await?;
        // Here it is seen with the next look, whoever else is just reading.
        if let Err(error) = self.read_settings().await {
            tracing::warn!(%error, "what was decided is read within a second");
        }
        Ok(decided)
    }
}
