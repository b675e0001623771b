using MCU.Integration.Hub.Content;
using MCU.Integration.Hub.Settings;
using MCU.Integration.Hub.SignIn;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage.Migrations;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Hub.Startup;

/// <summary>What has to be true before the hub takes its first request: database migrated, keys usable, somebody able to sign in, content in use.</summary>
internal sealed partial class HubStart(
    IMigrator migrator,
    Sealer sealer,
    UserDesk users,
    KeyDesk keys,
    ActiveSets sets,
    ContentImport import,
    IOptions<DataOptions> data,
    IOptions<AdminOptions> admin,
    IOptions<ContentOptions> content,
    IConfiguration configuration,
    ILogger<HubStart> logger,
    OfflineKey? offline = null) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        if (offline is null)
        {
            await LetSomebodyInAsync(cancellationToken);
        }

        if (content.Value.ImportAtStart)
        {
            await import.RunAsync(cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        MakeDataDirectory(data.Value.DataDirectory);
        await migrator.MigrateAsync(cancellation);
        sealer.Check();
        await sets.RefreshAsync(cancellation);
        Log.Prepared(logger, sets.Current.Id);
    }

    private async Task LetSomebodyInAsync(CancellationToken cancellation)
    {
        if (await users.EnsureFirstAdminAsync(admin.Value.Password, cancellation) is { } token)
        {
            // To the console and not to the log: logs are kept and shipped, and this is a secret.
            System.Console.WriteLine($"\nFirst sign-in: {FirstUrl()}/welcome?token={token}\n");
        }

        if (admin.Value.ApiKey is { } key)
        {
            await keys.AdoptAsync(key, cancellation);
        }
    }

    private static void MakeDataDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private string FirstUrl() => (configuration[WebHostDefaults.ServerUrlsKey] ?? HubApplication.DefaultUrl).Split(';')[0].TrimEnd('/');

    private static partial class Log
    {
        [LoggerMessage(5111, LogLevel.Information, "The hub is prepared; active set {ActiveSet}")]
        public static partial void Prepared(ILogger logger, long activeSet);
    }
}
