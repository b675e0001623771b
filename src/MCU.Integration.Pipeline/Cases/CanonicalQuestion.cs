using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Gazetteer;
using MCU.Integration.Domain.Links;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>
/// One question of a submission: a case with a term, a status and a record of its own in the source. A submission that names no questions is one question itself.
/// </summary>
/// <param name="ExternalId">Id of the record there.</param>
/// <param name="Territory">As the source says it.</param>
/// <param name="Address">As written, for the gazetteer; personal.</param>
public sealed record CanonicalQuestion(string ExternalId, Classifier Classifier, Territory Territory, string? Address)
{
    private const string Questions = "questions";

    /// <summary>What a question says by itself; everything else it shares with its submission.</summary>
    private static readonly string[] Own = ["text", "classifier", "location"];

    public static IReadOnlyList<CanonicalQuestion> ReadAll(JsonElement document, CanonicalSource source)
    {
        var named = document.Items(Questions)
            .Select(question => question.Text("externalId") is { } id ? Read(id, question, Of(document, question)) : null)
            .OfType<CanonicalQuestion>()
            .ToList();
        return named.Count > 0 ? named : [Read(source.ExternalId, document, document)];
    }

    /// <summary>The submission as the case with these links sees it: with the words, theme and place of its own question, without the others.</summary>
    public static JsonElement ViewOf(JsonElement submission, IEnumerable<Link> links)
    {
        if (submission.Child(Questions) is null)
        {
            return submission;
        }

        var known = links.Select(link => link.ExternalId).ToHashSet(StringComparer.Ordinal);
        var own = submission.Items(Questions).FirstOrDefault(question => question.Text("externalId") is { } id && known.Contains(id));
        return own.ValueKind == JsonValueKind.Object ? Of(submission, own) : submission;
    }

    /// <summary>The place: what the source says, and what the gazetteer adds.</summary>
    public Territory PlaceBy(GazetteerBook gazetteer) => gazetteer.Resolve(Territory, Address);

    private static CanonicalQuestion Read(string id, JsonElement own, JsonElement whole) =>
        new(id, CanonicalSubmission.ReadClassifier(own), CanonicalSubmission.ReadTerritory(whole), whole.Child("location")?.Text("address"));

    private static JsonElement Of(JsonElement submission, JsonElement question)
    {
        var view = JsonObject.Create(submission)!;
        view.Remove(Questions);
        foreach (var name in Own)
        {
            if (question.Child(name) is { } value)
            {
                view[name] = JsonNode.Parse(value.GetRawText());
            }
        }

        return JsonSerializer.SerializeToElement(view);
    }
}
