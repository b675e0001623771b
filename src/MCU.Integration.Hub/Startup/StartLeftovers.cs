namespace MCU.Integration.Hub.Startup;

/// <summary>Gives the memory back that compiling the content and wiring the hub took: a hub waits for months in what it needs to run.</summary>
internal static class StartLeftovers
{
    public static void GiveBackAfterStart(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(
        () => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true));
}
