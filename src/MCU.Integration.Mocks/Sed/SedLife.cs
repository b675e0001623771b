using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MCU.Integration.Mocks.City;
using MCU.Integration.Mocks.Faults;
using MCU.Integration.Mocks.Http;
using MCU.Integration.Mocks.Samples;

namespace MCU.Integration.Mocks.Sed;

/// <summary>The clerks: cards move along their script and every movement is told to the hub.</summary>
internal sealed class SedLife
{
    private readonly CityRun _city;
    private readonly SedRegistry _registry;
    private readonly Callbacks _callbacks;
    private readonly SampleSet _samples;
    private readonly FaultSwitch _faults;
    private int _events;

    public SedLife(CityRun city, SedRegistry registry, Callbacks callbacks, SampleSet samples, FaultSwitch faults)
    {
        (_city, _registry, _callbacks, _samples, _faults) = (city, registry, callbacks, samples, faults);
        registry.Changed = Plan_NeedsLock;
        registry.Reopened = Reopen_NeedsLock;
    }

    private void Plan_NeedsLock(SedCard card)
    {
        if (card.Planned || NextStep(card) is not { } step || (step.On == "note" && !card.Heard))
        {
            return;
        }

        card.Planned = true;
        var round = card.Round;
        _city.Clock.After(step.After, () => _registry.Locked(() =>
        {
            if (card.Round == round)
            {
                card.Planned = false;
                card.NextStep++;
                Move_NeedsLock(card, step, null);
                Plan_NeedsLock(card);
            }
        }));
    }

    private void Reopen_NeedsLock(SedCard card, string? origin)
    {
        card.Round++;
        card.NextStep = 0;
        card.Planned = false;
        Move_NeedsLock(card, new SedStep("reopened"), origin);
        Plan_NeedsLock(card);
    }

    private static SedStep? NextStep(SedCard card)
    {
        // A withdrawn matter is not worked on.
        if (card.Notes.Exists(note => note.Text("kind") == "withdrawn"))
        {
            return null;
        }

        var rounds = card.Script.Rounds;
        var steps = rounds[Math.Min(card.Round, rounds.Count - 1)];
        return card.NextStep < steps.Count ? steps[card.NextStep] : null;
    }

    private void Move_NeedsLock(SedCard card, SedStep step, string? origin)
    {
        if (step.To == "registered")
        {
            card.RegistrationNumber ??= card.Script.RegistrationNumber ?? $"МУ-{card.Id[^6..].TrimStart('0')}";
            card.RegistrationDate ??= card.Script.RegistrationDate ?? _city.Today();
        }

        var from = card.Status;
        card.Status = step.To;
        card.Revision++;
        card.Heard = false;
        card.Telling.Tell(
            CallbackOf(card, Document(card, step, from, origin)),
            _faults,
            _callbacks.Enqueue,
            earlier => CallbackOf(card, JsonText.ObjectOf(earlier.Body)!),
            step.Late,
            step.Duplicate);
    }

    private JsonObject Document(SedCard card, SedStep step, string? from, string? origin)
    {
        var document = new JsonObject
        {
            ["card_id"] = card.Id,
            ["from"] = from,
            ["to"] = step.To,
            ["at"] = _city.Now(),
            ["revision"] = card.Revision,
            ["origin_id"] = origin,
            ["registration_number"] = card.RegistrationNumber,
            ["registration_date"] = card.RegistrationDate,
            ["external_refs"] = card.Document["external_refs"]?.DeepClone(),
        };
        JsonText.Merge(document, step.Fields ?? []);
        if (step.Files is { Count: > 0 } files)
        {
            document["files"] = new JsonArray([.. files.Select(file => Offer(card, file))]);
        }

        return document;
    }

    private JsonObject Offer(SedCard card, string name)
    {
        var content = _samples.FileContent(name) ?? throw new FileNotFoundException("The life names a file that is not among the samples.", name);
        var id = _registry.Offer_NeedsLock(card.Id, name);
        return new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["mime"] = SampleSet.MediaTypeOf(name),
            ["size"] = content.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(content)),
            ["url"] = $"/files/{id}",
        };
    }

    private Callback CallbackOf(SedCard card, JsonObject document)
    {
        var id = $"sed-{_city.Epoch}-{Interlocked.Increment(ref _events)}";
        document["event_id"] = id;
        return new Callback("sed", "sed", "sed.card.status", id, card.Id, document.Text("to")!, document["revision"]!.GetValue<int>(), JsonText.Bytes(document));
    }
}
