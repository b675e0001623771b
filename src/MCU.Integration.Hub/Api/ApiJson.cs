using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Hub.Api;

/// <summary>How the API reads and writes JSON: strict in, without nulls out, enumerations and ids as text.</summary>
internal static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new EntityIdJsonConverter<MessageId>());
        options.Converters.Add(new EntityIdJsonConverter<DeliveryId>());
        options.Converters.Add(new EntityIdJsonConverter<AttachmentId>());
        options.Converters.Add(new EntityIdJsonConverter<WorkItemId>());
        options.Converters.Add(new EntityIdJsonConverter<CaseId>());
        options.Converters.Add(new EntityIdJsonConverter<SubmissionId>());
        options.Converters.Add(new EntityIdJsonConverter<ApplicantId>());
        options.Converters.Add(new EntityIdJsonConverter<LinkId>());
        options.Converters.Add(new EntityIdJsonConverter<CaseEventId>());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }
}
