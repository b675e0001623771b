using System.Text.Json;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Adapters;

/// <summary>Adapters for people and programs: health, pause, settings.</summary>
public sealed class AdapterDesk(
    IAdapterSource adapters,
    IAdapterConnectionStore connections,
    IConnectionSettings settings,
    IConnectionChecker checker,
    AuditTrail audit,
    IWakeUp wakeUp,
    TimeProvider time)
{
    /// <summary>The adapters that the actor may see, by key.</summary>
    public async Task<IReadOnlyList<AdapterView>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeMessages);
        var known = (await connections.ListAsync(cancellation)).ToDictionary(connection => connection.Adapter, StringComparer.Ordinal);
        return [.. adapters.All.Where(adapter => actor.May(Right.SeeMessages, adapter.Key))
            .Select(adapter => new AdapterView(adapter, known.GetValueOrDefault(adapter.Key) ?? Untouched(adapter.Key)))];
    }

    public async Task<AdapterView> GetAsync(Actor actor, string key, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeMessages);
        var adapter = adapters.All.FirstOrDefault(adapter => adapter.Key == key && actor.May(Right.SeeMessages, key)) ?? throw UseCaseException.NotFound($"adapter '{key}'");
        return new(adapter, await connections.FindAsync(key, cancellation) ?? Untouched(key));
    }

    /// <summary>Stops polls and deliveries; what is due waits.</summary>
    /// <param name="reason">For the others; never personal.</param>
    public Task<AdapterView> PauseAsync(Actor actor, string key, string? reason, CancellationToken cancellation) =>
        SwitchAsync(actor, key, paused: true, reason, "adapter.pause", cancellation);

    public Task<AdapterView> ResumeAsync(Actor actor, string key, CancellationToken cancellation) =>
        SwitchAsync(actor, key, paused: false, null, "adapter.resume", cancellation);

    /// <summary>The settings; secrets show only that they are set.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SettingsAsync(Actor actor, string key, CancellationToken cancellation)
    {
        await DemandKnownAsync(actor, key, cancellation);
        return await settings.ShowAsync(key, cancellation);
    }

    /// <summary>The settings that may be given.</summary>
    public async Task<IReadOnlyList<ConnectionField>> FieldsAsync(Actor actor, string key, CancellationToken cancellation)
    {
        await DemandKnownAsync(actor, key, cancellation);
        return settings.Fields(key);
    }

    /// <summary>Asks the system one harmless question and says which stage failed.</summary>
    public async Task<ConnectionCheck> CheckAsync(Actor actor, string key, CancellationToken cancellation)
    {
        await DemandKnownAsync(actor, key, cancellation);
        var check = await checker.CheckAsync(key, cancellation);
        await audit.WriteAsync(actor, "adapter.check", $"adapter:{key}", check.Stages.FirstOrDefault(stage => stage.Passed == false)?.Code ?? "passed", cancellation);
        return check;
    }

    /// <summary>Replaces the given settings and keeps the others.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ChangeSettingsAsync(Actor actor, string key, JsonElement changes, CancellationToken cancellation)
    {
        await DemandKnownAsync(actor, key, cancellation);
        var names = changes.ValueKind == JsonValueKind.Object ? string.Join(',', changes.EnumerateObject().Select(property => property.Name)) : null;
        var problems = await settings.ChangeAsync(key, changes, audit.Entry(actor, "adapter.settings", $"adapter:{key}", names), cancellation);
        if (problems.Count > 0)
        {
            throw UseCaseException.Invalid("The settings are not valid.", problems);
        }

        wakeUp.Signal(WakeUpChannel.Deliveries);
        return await settings.ShowAsync(key, cancellation);
    }

    private async Task<AdapterView> SwitchAsync(Actor actor, string key, bool paused, string? reason, string action, CancellationToken cancellation)
    {
        var view = await DemandKnownAsync(actor, key, cancellation);
        await connections.SaveAsync(view.Connection with { Paused = paused, PausedReason = reason, UpdatedAt = time.GetUtcNow() }, cancellation, audit.Entry(actor, action, $"adapter:{key}", reason));
        wakeUp.Signal(WakeUpChannel.Deliveries);
        return await GetAsync(actor, key, cancellation);
    }

    private async Task<AdapterView> DemandKnownAsync(Actor actor, string key, CancellationToken cancellation)
    {
        actor.Demand(Right.ManageAdapters, key);
        return await GetAsync(actor, key, cancellation);
    }

    private AdapterConnection Untouched(string key) => new(key, null, Paused: false, null, time.GetUtcNow());
}
