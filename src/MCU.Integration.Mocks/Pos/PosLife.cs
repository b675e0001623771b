using System.Text.Json.Nodes;
using MCU.Integration.Mocks.City;
using MCU.Integration.Mocks.Http;
using MCU.Integration.Mocks.Samples;

namespace MCU.Integration.Mocks.Pos;

/// <summary>The applicants: messages arrive one after another, questions are answered, answers are rated, some messages come back.</summary>
internal sealed class PosLife
{
    private readonly CityRun _city;
    private readonly PosPlatform _platform;

    public PosLife(CityRun city, PosPlatform platform)
    {
        _city = city;
        _platform = platform;
        platform.Entered = React;
    }

    public void Begin(IEnumerable<Sample> samples)
    {
        var at = 0.0;
        foreach (var sample in samples)
        {
            Show(sample, sample.Life.Deliveries ?? [new FeedDelivery(0, null, null)], 0, at);
            at += _city.Options.Interval;
        }
    }

    // One after the other, not each by its own timer: at a fast pace timers of one message would overtake each other.
    private void Show(Sample sample, IReadOnlyList<FeedDelivery> deliveries, int index, double delay)
    {
        if (index < deliveries.Count)
        {
            _city.Clock.After(delay + deliveries[index].After, () =>
            {
                Show(sample, deliveries[index]);
                Show(sample, deliveries, index + 1, 0);
            });
        }
    }

    private void Show(Sample sample, FeedDelivery delivery)
    {
        var message = sample.Message.DeepClone().AsObject();
        if (delivery.Patch is not null)
        {
            JsonText.Merge(message, delivery.Patch);
        }

        _platform.Publish(message, sample.Life, delivery.Revision);
    }

    private void React(PosRecord record)
    {
        // A rating enters the same status again, and so plans the reaction after it.
        var next = record.Life.Reactions?.FirstOrDefault(reaction => reaction.On == record.Status && reaction.Round == record.Round && !record.Fired.Contains(reaction));
        if (next is not null)
        {
            record.Fired.Add(next);
            _city.Clock.After(next.After, () => Do(record.Id, next));
        }
    }

    private void Do(string id, Reaction reaction)
    {
        var fields = new JsonObject();
        if (reaction.Text is not null)
        {
            fields["text"] = reaction.Text;
        }

        switch (reaction.Do)
        {
            case "clarify":
                _platform.Applicant(id, "CLARIFIED", null, fields);
                break;
            case "rate":
                fields.Remove("text");
                fields["evaluation"] = new JsonObject { ["score"] = reaction.Score ?? 5, ["max"] = 5, ["comment"] = reaction.Text, ["at"] = _city.Now() };
                _platform.Applicant(id, "RATED", null, fields);
                break;
            case "reopen":
                _platform.Applicant(id, "REOPENED", "REOPENED", fields);
                break;
            case "withdraw":
                _platform.Applicant(id, "WITHDRAWN", "WITHDRAWN", fields);
                break;
            default:
                throw new InvalidOperationException($"An applicant cannot {reaction.Do}.");
        }
    }
}
