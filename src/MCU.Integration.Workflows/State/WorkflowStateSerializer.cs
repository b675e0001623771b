using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.State;

/// <summary>Writes and reads instance states; states of older versions pass through the upcasters.</summary>
public sealed class WorkflowStateSerializer(IEnumerable<IStateUpcaster>? upcasters = null)
{
    private readonly Dictionary<int, IStateUpcaster> _upcasters = (upcasters ?? []).ToDictionary(upcaster => upcaster.FromVersion);

    /// <summary>The state as UTF-8 JSON.</summary>
    public byte[] Serialize(WorkflowState state) => JsonSerializer.SerializeToUtf8Bytes(state, WorkflowStateContext.Default.WorkflowState);

    /// <summary>Reads a state of this or an older version.</summary>
    /// <exception cref="JsonException">The text is not a state, or one of a version that this code does not know.</exception>
    public WorkflowState Deserialize(ReadOnlySpan<byte> utf8)
    {
        var version = PeekVersion(utf8);

        if (version == WorkflowState.CurrentVersion)
        {
            return JsonSerializer.Deserialize(utf8, WorkflowStateContext.Default.WorkflowState) ?? throw new JsonException("The state is null.");
        }

        var document = JsonNode.Parse(utf8) as JsonObject ?? throw new JsonException("The state is not an object.");

        while (version < WorkflowState.CurrentVersion)
        {
            if (!_upcasters.TryGetValue(version, out var upcaster))
            {
                throw new JsonException($"No way is known from state version {version} to {WorkflowState.CurrentVersion}.");
            }

            upcaster.Upcast(document);
            document["state_version"] = ++version;
        }

        return version == WorkflowState.CurrentVersion
            ? document.Deserialize(WorkflowStateContext.Default.WorkflowState)!
            : throw new JsonException($"The state has version {version}; this hub knows versions up to {WorkflowState.CurrentVersion}.");
    }

    private static int PeekVersion(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);

        // The version is written first, so that this reads three tokens.
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                if (reader.ValueTextEquals("state_version"u8))
                {
                    reader.Read();
                    return reader.GetInt32();
                }

                reader.Skip();
            }
        }

        throw new JsonException("The state has no state_version.");
    }
}
