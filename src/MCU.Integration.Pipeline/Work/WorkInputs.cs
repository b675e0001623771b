using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Work;

/// <summary>
/// Between inputs and the text that a work item stores. What people, programs or workflows send may be personal and is sealed like the state of the
/// instance that it is for; what the hub itself raises holds ids and codes only and is plain JSON.
/// </summary>
public sealed class WorkInputs(ISealer sealer)
{
    private const string Mark = "sealed:";
    private const int KeyLength = 32;

    public string Seal(WorkItemId item, WorkInput input) => Text(sealer.Seal(SealedPlace.Input(item), Bytes(input)));

    /// <summary>An input for items that are not made yet: as many as wait for a stimulus when it is committed.</summary>
    public StimulusInput Hold(WorkInput input)
    {
        var (key, bytes) = (sealer.Key(SealedClass.Instance), Bytes(input));
        return new(item => Text(key.Seal(SealedPlace.Input(item), bytes)));
    }

    /// <exception cref="SealBrokenException">The key was erased, or the input is another item's.</exception>
    public WorkInput Open(WorkItemId item, string? stored)
    {
        if (stored is null)
        {
            return WorkInput.None;
        }

        if (!stored.StartsWith(Mark, StringComparison.Ordinal))
        {
            var plain = JsonNode.Parse(stored);
            return new() { Input = plain as JsonObject, Stimulus = plain };
        }

        var key = Guid.ParseExact(stored.AsSpan(Mark.Length, KeyLength), "N");
        var cipher = Convert.FromBase64String(stored[(Mark.Length + KeyLength)..]);
        return JsonSerializer.Deserialize<WorkInput>(sealer.Open(SealedPlace.Input(item), new(key, cipher)), JsonSerializerOptions.Web)!;
    }

    private static byte[] Bytes(WorkInput input) => JsonSerializer.SerializeToUtf8Bytes(input, JsonSerializerOptions.Web);

    private static string Text(SealedBody body) => $"{Mark}{body.KeyId:N}{Convert.ToBase64String(body.Cipher)}";
}
