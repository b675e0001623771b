using System.Collections.Concurrent;
using System.Text.Json;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Sealing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.Adapters.Connections;

/// <summary>
/// Settings of connections: what is stored, overridden by configuration (<c>Hub:Adapters:&lt;key&gt;:BaseUrl</c> …). Read anew after a few seconds,
/// so that another node's change of a pause or an address takes effect.
/// </summary>
public sealed partial class AdapterConnections(
    IAdapterConnectionStore store,
    ISealer sealer,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<AdapterConnections> logger) : IConnectedAdapters
{
    /// <summary>How long settings that were read are used.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, (AdapterConnectionState State, long ReadAt)> _states = new(StringComparer.Ordinal);

    public async ValueTask<AdapterConnectionState> GetAsync(string adapter, CancellationToken cancellation)
    {
        if (_states.TryGetValue(adapter, out var known) && time.GetElapsedTime(known.ReadAt) < Freshness)
        {
            return known.State;
        }

        var readAt = time.GetTimestamp();
        var stored = await store.FindAsync(adapter, cancellation);
        var state = new AdapterConnectionState(Open(adapter, stored?.Settings).OverriddenBy(Configured(adapter)), stored?.Paused ?? false, stored?.PausedReason);
        _states[adapter] = (state, readAt);
        return state;
    }

    public async ValueTask<bool> IsConnectedAsync(string adapter, CancellationToken cancellation) =>
        (await GetAsync(adapter, cancellation)).Settings.BaseUrl is not null;

    /// <summary>Seals and stores settings; the next use reads them.</summary>
    public async Task SaveAsync(string adapter, ConnectionSettings settings, CancellationToken cancellation, AuditEntry? audit = null)
    {
        var stored = await store.FindAsync(adapter, cancellation);
        var sealedSettings = sealer.Seal(SealedPlace.Settings(adapter), JsonSerializer.SerializeToUtf8Bytes(settings, ConnectionSettings.Json));
        var now = time.GetUtcNow();
        await store.SaveAsync((stored ?? new(adapter, null, Paused: false, null, now)) with { Settings = sealedSettings, UpdatedAt = now }, cancellation, audit);
        Forget(adapter);
    }

    /// <summary>Reads the settings anew at their next use.</summary>
    public void Forget(string adapter) => _states.TryRemove(adapter, out _);

    private ConnectionSettings Open(string adapter, SealedBody? body)
    {
        if (body is null)
        {
            return new();
        }

        try
        {
            return JsonSerializer.Deserialize<ConnectionSettings>(sealer.Open(SealedPlace.Settings(adapter), body), ConnectionSettings.Json) ?? new();
        }
        catch (Exception exception) when (exception is SealBrokenException or JsonException)
        {
            // Without its settings the adapter fails visibly; a hub that refuses to run because of one adapter would be worse.
            Log.SettingsUnreadable(logger, adapter, exception);
            return new();
        }
    }

    private ConnectionSettings Configured(string adapter)
    {
        var section = configuration.GetSection($"Hub:Adapters:{adapter}");
        return new()
        {
            BaseUrl = Address(section["BaseUrl"]),
            TokenUrl = Address(section["TokenUrl"]),
            ClientId = section["ClientId"],
            ClientSecret = section["ClientSecret"],
            User = section["User"],
            Password = section["Password"],
            ApiKey = section["ApiKey"],
            WebhookSecret = section["WebhookSecret"],
        };
    }

    private static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private static partial class Log
    {
        [LoggerMessage(3101, LogLevel.Error, "The stored settings of adapter {Adapter} cannot be read")]
        public static partial void SettingsUnreadable(ILogger logger, string adapter, Exception exception);
    }
}
