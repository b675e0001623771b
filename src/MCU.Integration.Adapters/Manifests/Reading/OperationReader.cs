using MCU.Integration.Adapters.Templates;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Manifests.Reading;

internal static class OperationReader
{
    private static readonly Dictionary<string, EffectOnce> EffectWords = new()
    {
        ["none"] = EffectOnce.None,
        ["header"] = EffectOnce.Header,
        ["naturalKey"] = EffectOnce.NaturalKey,
        ["probe"] = EffectOnce.Probe,
    };

    private static readonly Dictionary<string, string> Methods = new[] { "GET", "POST", "PUT", "PATCH", "DELETE" }.ToDictionary(method => method);

    private static readonly Dictionary<string, bool> UploadKinds = new() { ["multipart"] = true, ["binary"] = false };

    public static OperationPlan Read(ManifestSource source, string name)
    {
        if (!source.Has("effectOnce"))
        {
            source.Report("effectOnce", "required", "'effectOnce' is missing: after a timeout the hub must know whether it may send again.");
        }

        var effect = source.Word("effectOnce", EffectOnce.None, EffectWords);
        var probe = source.Child("probe") is { } asked ? ReadProbe(asked) : null;
        var operation = new OperationPlan(
            new(name, source.RequiredText("title"), source.RequiredText("document"), source.RequiredText("record"), effect)
            {
                NewestOnly = source.Flag("newestOnly", false),
                MakesRecord = !source.Has("recordId"),
            },
            [.. source.List("steps").Select((step, i) => ReadStep(step, effect, i == 0 ? probe : null))])
        {
            RecordId = source.Template("recordId"),
            RecordRevision = source.Template("recordRevision"),
        };
        if (operation.Steps.Count == 0)
        {
            source.Report("steps", "required", "An operation has at least one step.");
        }

        source.Done();
        return operation;
    }

    // The operation's probe asks for the record that its first step makes; for a later step it would always say yes.
    private static Step ReadStep(ManifestSource source, EffectOnce effect, Probe? probe)
    {
        var method = source.Word("method", "POST", Methods);
        var upload = source.Child("upload") is { } file ? ReadUpload(file) : null;
        var step = new Step(source.RequiredText("name"), method, source.RequiredTemplate("path"), source.Word("effectOnce", effect, EffectWords))
        {
            Headers = source.Headers("headers"),
            ForEach = source.Pointer("forEach"),
            Body = ReadBody(source, method, upload is not null),
            Upload = upload,
            Success = source.Codes("success"),
            Refused = source.Codes("refused"),
            NotDone = source.Codes("notDone"),
            Result = source.PointerMap("result"),
            AlreadyDone = source.Child("alreadyDone") is { } done ? ReadAlreadyDone(done) : null,
            Probe = source.Child("probe") is { } own ? ReadProbe(own) : probe,
        };
        source.Done();
        return step;
    }

    private static StepBody? ReadBody(ManifestSource source, string method, bool uploads)
    {
        var none = source.IsNull("body") || uploads || (!source.Has("body") && method is "GET" or "DELETE");
        var part = source.IsText("body") ? source.RequiredPointer("body") : JsonPointer.Parse("");
        if (source.Has("body") && !source.IsNull("body") && !source.IsText("body"))
        {
            source.Report("body", "type", "A pointer or null is expected here.");
        }

        var omit = source.Pointers("omit");
        var set = source.PointerTemplates("set");
        if (none && (omit.Count > 0 || set.Count > 0))
        {
            source.Report(set.Count > 0 ? "set" : "omit", "no_body", "This step sends no JSON body.");
        }

        return none ? null : new(part, omit, set);
    }

    private static Upload ReadUpload(ManifestSource source)
    {
        var multipart = source.Word("kind", true, UploadKinds);
        var field = source.Text("field") ?? "file";
        var upload = new Upload(source.RequiredTemplate("attachment"), multipart ? field : null);
        source.Done();
        return upload;
    }

    private static AlreadyDone ReadAlreadyDone(ManifestSource source)
    {
        IReadOnlyList<int> status = source.Has("status") ? source.Codes("status") : [409];
        var done = new AlreadyDone(status, source.PointerTemplates("where"), source.PointerMap("result"));
        source.Done();
        return done;
    }

    private static Probe ReadProbe(ManifestSource source)
    {
        var probe = new Probe(
            source.Word("method", "GET", new Dictionary<string, string> { ["GET"] = "GET", ["POST"] = "POST" }),
            source.RequiredTemplate("path"),
            source.Headers("headers"),
            source.RequiredPointer("found"),
            source.PointerTemplates("where"),
            source.PointerMap("result"));
        source.Done();
        return probe;
    }
}
