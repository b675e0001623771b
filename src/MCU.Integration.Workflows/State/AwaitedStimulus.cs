namespace MCU.Integration.Workflows.State;

/// <summary>What an instance sends to its parent when it is over.</summary>
/// <param name="Name">The name of the stimulus, the type of the activity that waits.</param>
/// <param name="Hash">The hash of the parent's bookmark.</param>
public sealed record AwaitedStimulus(string Name, string Hash);
