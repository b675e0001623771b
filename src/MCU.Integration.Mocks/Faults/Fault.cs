namespace MCU.Integration.Mocks.Faults;

/// <summary>A misbehaviour that lasts for a number of requests.</summary>
/// <param name="System"><c>pos</c>, <c>sed</c> or the folder of a described system.</param>
/// <param name="Count">Requests (events, for the profiles that disturb what the system tells) that it still hits.</param>
/// <param name="Milliseconds">Delay of <see cref="FaultProfile.Slow"/>; longest silence of <see cref="FaultProfile.TimeoutAfterCommit"/>.</param>
/// <param name="ReadsToo">False: only requests that change something are hit.</param>
public sealed record Fault(string System, FaultProfile Profile, int Count = 1, int Milliseconds = 60_000, bool ReadsToo = false);
