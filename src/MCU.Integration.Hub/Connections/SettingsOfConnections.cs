using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Adapters.Connections;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Hub.Connections;

/// <summary>Connects the use cases with the adapters' room, which knows what the settings mean.</summary>
internal sealed class SettingsOfConnections(AdapterConnections connections, IAdapterConnectionStore store, ISealer sealer, IConfiguration configuration) : IConnectionSettings
{
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal) { "baseUrl", "tokenUrl", "clientId", "user" };

    private static readonly string[] Known = ["baseUrl", "tokenUrl", "clientId", "clientSecret", "user", "password", "apiKey", "webhookSecret"];

    public async Task<IReadOnlyDictionary<string, string>> ShowAsync(string adapter, CancellationToken cancellation)
    {
        var state = await connections.GetAsync(adapter, cancellation);
        return JsonSerializer.SerializeToElement(state.Settings, ConnectionSettings.Json).EnumerateObject()
            .ToDictionary(setting => setting.Name, setting => Shown.Contains(setting.Name) ? setting.Value.GetString()! : IConnectionSettings.Hidden);
    }

    public IReadOnlyList<ConnectionField> Fields(string adapter)
    {
        var section = configuration.GetSection($"Hub:Adapters:{adapter}");
        return [.. Known.Select(name => new ConnectionField(name, !Shown.Contains(name), section[name] is not null))];
    }

    public async Task<IReadOnlyList<Problem>> ChangeAsync(string adapter, JsonElement changes, AuditEntry audit, CancellationToken cancellation)
    {
        var problems = changes.EnumerateObject().SelectMany(Check).ToList();
        if (problems.Count == 0)
        {
            // Only what is stored: what configuration adds must not be written into the database.
            var stored = await store.FindAsync(adapter, cancellation) is { Settings: { } body } ? JsonNode.Parse(sealer.Open(SealedPlace.Settings(adapter), body))!.AsObject() : [];
            foreach (var change in changes.EnumerateObject())
            {
                stored[change.Name] = change.Value.GetString();
            }

            await connections.SaveAsync(adapter, stored.Deserialize<ConnectionSettings>(ConnectionSettings.Json)!, cancellation, audit);
        }

        return problems;
    }

    private static IEnumerable<Problem> Check(JsonProperty setting)
    {
        var pointer = $"/{setting.Name}";
        if (!Known.Contains(setting.Name))
        {
            yield return new(pointer, "unknown_setting", "There is no such setting.");
        }
        else if (setting.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
        {
            yield return new(pointer, "not_a_text", "A setting is a text, or null to take it away.");
        }
        else if (setting.Name is "baseUrl" or "tokenUrl" && setting.Value.GetString() is { } address
            && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            yield return new(pointer, "not_an_address", "An address is absolute and begins with http or https.");
        }
    }
}
