using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Adapters.Templates;
using MCU.Integration.Adapters.Transport;

namespace MCU.Integration.Adapters.Deliveries;

/// <summary>Builds the requests of steps and probes from the manifest, the document and earlier results. Pure.</summary>
internal static class StepRequest
{
    // Every step carries it, whether or not the other side honours it; as a structured-header string (draft-ietf-httpapi-idempotency-key-header).
    private const string KeyHeader = "Idempotency-Key";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="MissingValueException">The document or an earlier step lacks a value.</exception>
    public static AdapterRequest Of(StepRun run, TemplateScope scope, Func<HttpContent>? upload) =>
        new(new HttpMethod(run.Step.Method), run.Step.Path.RenderUri(scope))
        {
            Headers = [.. Render(run.Step.Headers, scope), new(KeyHeader, $"\"{scope.Key}\""), new("Accept", "application/json")],
            Content = upload ?? Body(run, scope),
        };

    /// <exception cref="MissingValueException">The document or an earlier step lacks a value.</exception>
    public static AdapterRequest Of(Probe probe, TemplateScope scope) =>
        new(new HttpMethod(probe.Method), probe.Path.RenderUri(scope)) { Headers = [.. Render(probe.Headers, scope), new("Accept", "application/json")] };

    private static IEnumerable<KeyValuePair<string, string>> Render(IReadOnlyDictionary<string, Template> headers, TemplateScope scope) =>
        headers.Select(header => KeyValuePair.Create(header.Key, header.Value.Render(scope)));

    private static Func<HttpContent>? Body(StepRun run, TemplateScope scope)
    {
        if (run.Step.Body is not { } body)
        {
            return null;
        }

        var part = body.Part.Evaluate(run.Item ?? scope.Document) ?? throw new MissingValueException(body.Part.Text);
        byte[] bytes;
        if (body.Omit.Count == 0 && body.Set.Count == 0)
        {
            // As the map wrote it: numbers keep their digits, Cyrillic its letters.
            bytes = JsonMarshal.GetRawUtf8Value(part).ToArray();
        }
        else
        {
            var edited = JsonNode.Parse(part.GetRawText());
            foreach (var pointer in body.Omit)
            {
                JsonEdit.Remove(edited, pointer);
            }

            foreach (var (pointer, value) in body.Set)
            {
                edited = JsonEdit.Set(edited, pointer, value.RenderJson(scope));
            }

            bytes = JsonSerializer.SerializeToUtf8Bytes(edited, Readable);
        }

        return () => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } } };
    }
}
