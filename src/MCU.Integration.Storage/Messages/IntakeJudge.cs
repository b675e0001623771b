using MCU.Integration.Pipeline.Intake;
using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Storage.Messages;

/// <summary>Judges the messages of one batch, in order: a key that an earlier one of the batch took is taken.</summary>
internal sealed class IntakeJudge(long activeSet, IEnumerable<KnownMessage> known)
{
    private readonly Dictionary<(string Adapter, string DocumentType, string DedupKey), KnownMessage> _known = known.ToDictionary(message => message.Key);

    public bool ActiveSetChanged { get; private set; }

    public AcceptanceResult Judge(Acceptance entry)
    {
        var message = entry.Message;
        var key = (message.Adapter, message.DocumentType, message.DedupKey);
        var rejected = message.State == MessageState.Rejected;
        if (_known.TryGetValue(key, out var earlier))
        {
            if (earlier.ContentHash == message.ContentHash)
            {
                return new(AcceptanceKind.Duplicate, earlier.Id);
            }

            if (!rejected)
            {
                return new(AcceptanceKind.KeyReused, earlier.Id);
            }
        }

        if (entry.PublishedSetId != activeSet)
        {
            ActiveSetChanged = true;
            return new(AcceptanceKind.ActiveSetChanged, message.Id);
        }

        if (!rejected)
        {
            // A rejected message keeps no key: its corrected form comes under the same one.
            _known.Add(key, new(key, message.Id, message.ContentHash));
        }

        return new(AcceptanceKind.Stored, message.Id);
    }
}
