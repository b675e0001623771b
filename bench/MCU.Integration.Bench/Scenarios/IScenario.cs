using MCU.Integration.Bench.Hub;

namespace MCU.Integration.Bench.Scenarios;

/// <summary>One thing that is measured.</summary>
internal interface IScenario
{
    string Name { get; }

    /// <summary>False when it runs in this process, without a database.</summary>
    bool NeedsHub { get; }

    Task RunAsync(TestBed bed);
}
