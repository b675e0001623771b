using MCU.Integration.CrashHost;

namespace MCU.Integration.CrashTests.Kills;

/// <summary>When the hubs of one run die, one after the other; the last one lives. Its text repeats the run.</summary>
public interface IKillPlan
{
    /// <summary>Where the next hub dies; null when it may live.</summary>
    /// <param name="deaths">Hubs that died so far.</param>
    /// <param name="passed">Commits and requests of all of them, by kind.</param>
    KillPoint? Next(int deaths, IReadOnlyDictionary<KillAt, int> passed);
}
