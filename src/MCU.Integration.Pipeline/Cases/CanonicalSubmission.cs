using System.Text.Json;
using MCU.Integration.Domain.Applicants;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>The document <c>hub.submission</c>, read.</summary>
public sealed record CanonicalSubmission(
    CanonicalSource Source,
    CaseKind Kind,
    LegalRegime Regime,
    string? Channel,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? RegisteredAt,
    string? RegistrationNumber,
    bool IsRepeat,
    IReadOnlyList<string> PreviousIds,
    IReadOnlyList<CanonicalAttachment> Attachments,
    JsonElement Document)
{
    /// <summary>Null when source, kind, regime or time of receipt are missing: such a document is no submission.</summary>
    public static CanonicalSubmission? Read(JsonElement document)
    {
        if (CanonicalSource.Read(document) is not { } source
            || !EnumWord.TryParse<CaseKind>(document.Text("kind"), out var kind)
            || !TryRegime(document.Text("regime"), out var regime)
            || document.Instant("receivedAt") is not { } receivedAt)
        {
            return null;
        }

        return new(
            source,
            kind,
            regime,
            document.Text("channel"),
            receivedAt,
            document.Instant("registeredAt"),
            document.Text("registrationNumber"),
            document.Flag("isRepeat"),
            [.. document.Items("previousIds").Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetString()!)],
            [.. CanonicalAttachment.ReadAll(document)],
            document);
    }

    /// <summary>What becomes a case each, at least one.</summary>
    public IReadOnlyList<CanonicalQuestion> Questions => CanonicalQuestion.ReadAll(Document, Source);

    /// <summary>The person behind it; null when the document names nobody.</summary>
    public Applicant? ReadApplicant(ApplicantId id)
    {
        if (Document.Child("applicant") is not { } person)
        {
            return null;
        }

        return new()
        {
            Id = id,
            Kind = person.Text("kind") == "org" ? ApplicantKind.Organisation : ApplicantKind.Citizen,
            LastName = person.Text("lastName"),
            FirstName = person.Text("firstName"),
            MiddleName = person.Text("middleName"),
            Organisation = person.Text("organisation"),
            Email = person.Text("email"),
            Phone = person.Text("phone"),
            Address = person.Text("address"),
            EsiaId = person.Text("esiaOid"),
            ReplyTo = person.Text("replyCabinetId"),
        };
    }

    private static bool TryRegime(string? word, out LegalRegime regime) => EnumWord.TryParse(word, out regime);

    internal static Classifier ReadClassifier(JsonElement document) =>
        document.Child("classifier") is { } classifier
            ? new()
            {
                Version = classifier.Text("version"),
                Category = classifier.Child("category")?.Text("id"),
                Subcategory = classifier.Child("subcategory")?.Text("id"),
                Fact = classifier.Child("fact")?.Text("id"),
            }
            : Classifier.Unknown;

    internal static Territory ReadTerritory(JsonElement document) =>
        document.Child("location") is { } location
            ? new()
            {
                Oktmo = location.Text("oktmo"),
                District = location.Text("district"),
                GarObject = Guid.TryParse(location.Text("garHouse"), out var gar) ? gar : null,
                Latitude = location.Number("lat"),
                Longitude = location.Number("lon"),
            }
            : Territory.Unresolved;
}
