using System.Diagnostics;
using System.Text.Json;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Adapters.Templates;
using MCU.Integration.Adapters.Transport;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Telemetry;

namespace MCU.Integration.Adapters.Deliveries;

/// <summary>Carries out operations of manifests over HTTP, step by step, so that nothing is done twice as far as the manifest can promise it.</summary>
public sealed class HttpTransport(AdapterManifests manifests, AdapterClient client, UploadPreparer uploads, TimeProvider time) : IOutboundTransport
{
    /// <summary>Fetching a file may take so many attempt timeouts before the upload is put off.</summary>
    private const int FetchPatience = 3;

    public async Task<DeliveryOutcome> DeliverAsync(OutboundDocument document, Func<StepRecord, CancellationToken, Task<bool>> stepDone, CancellationToken cancellation)
    {
        if (!manifests.TryGet(document.Delivery.Adapter, out var manifest))
        {
            return new(Failed(StepOutcomeKind.NotTried, "unknown_adapter", AdapterClient.ConfigurationPause), "", null, null);
        }

        if (!manifest.Plans.TryGetValue(document.Delivery.Operation, out var operation))
        {
            return new(Failed(StepOutcomeKind.NotDone, "unknown_operation"), "", null, null);
        }

        // Requests carry the trace even when nobody listens here: the other side may.
        using var trace = HubTelemetry.Traces.StartActivity("deliver", ActivityKind.Client) ?? new Activity("deliver").SetIdFormat(ActivityIdFormat.W3C).Start();
        trace.SetTag("mcu.adapter", manifest.Key).SetTag("mcu.operation", document.Delivery.Operation).SetTag("mcu.delivery", document.Delivery.Id.ToString());
        return await RunAsync(manifest, operation, document, stepDone, cancellation);
    }

    private async Task<DeliveryOutcome> RunAsync(
        AdapterManifest manifest,
        OperationPlan operation,
        OutboundDocument document,
        Func<StepRecord, CancellationToken, Task<bool>> stepDone,
        CancellationToken cancellation)
    {
        var results = new StepResults(document.Done);
        var open = StepRun.Plan(operation, document.Body).Where(run => !results.Has(run.Name)).ToList();
        var unknown = document.LastOutcomeUnknown;
        var last = StepOutcome.Done(null, null);
        for (var i = 0; i < open.Count; i++)
        {
            var run = open[i];
            last = await RunStepAsync(manifest, run, results.Scope(document.Body, run.Item, $"{document.Key}:{run.Name}"), unknown, cancellation);
            if (last.Kind != StepOutcomeKind.Done)
            {
                return new(last, run.Name, results.RecordId(operation, document.Body), null)
                {
                    NeedsDecision = last.Kind == StepOutcomeKind.Unknown && run.Step.EffectOnce == EffectOnce.None,
                };
            }

            unknown = false;
            results.Add(run.Name, last.Result);
            if (i < open.Count - 1 && !await stepDone(new(run.Name, last.Result, time.GetUtcNow()), cancellation))
            {
                return new(Failed(StepOutcomeKind.NotTried, "lease_lost"), open[i + 1].Name, null, null);
            }
        }

        return new(last, open.Count > 0 ? open[^1].Name : "", results.RecordId(operation, document.Body), results.RecordRevision(operation, document.Body));
    }

    private async Task<StepOutcome> RunStepAsync(AdapterManifest manifest, StepRun run, TemplateScope scope, bool unknown, CancellationToken cancellation)
    {
        try
        {
            if (unknown)
            {
                if (run.Step.EffectOnce == EffectOnce.None)
                {
                    return Failed(StepOutcomeKind.Unknown, "outcome_unknown");
                }

                if (run.Step.EffectOnce == EffectOnce.Probe)
                {
                    var answer = await client.SendAsync(manifest, StepRequest.Of(run.Step.Probe!, scope), cancellation);
                    var (found, outcome) = AnswerJudge.JudgeProbe(run.Step.Probe!, answer, scope);
                    if (found != false)
                    {
                        return outcome;
                    }

                    unknown = false;
                }
            }

            var sent = await SendAsync(manifest, run, scope, cancellation);

            // An attempt that was not carried out does not answer what became of the one before.
            return unknown && sent.Kind == StepOutcomeKind.NotDone ? sent with { Kind = StepOutcomeKind.Unknown } : sent;
        }
        catch (MissingValueException missing)
        {
            return Failed(StepOutcomeKind.Refused, $"missing_value {missing.Insertion}");
        }
    }

    private async Task<StepOutcome> SendAsync(AdapterManifest manifest, StepRun run, TemplateScope scope, CancellationToken cancellation)
    {
        Func<HttpContent>? content = null;
        if (run.Step.Upload is { } upload)
        {
            var prepared = await PrepareAsync(manifest, upload, upload.Attachment.Render(scope), cancellation);
            if (prepared.Content is null)
            {
                // The rest of the delivery goes on without a file that will never be had; the citizen's case matters more.
                return prepared.Final
                    ? StepOutcome.Done(JsonSerializer.Serialize(new { skipped = prepared.Problem }), null)
                    : Failed(StepOutcomeKind.NotDone, $"attachment_{prepared.Problem}");
            }

            content = prepared.Content;
        }

        var answer = await client.SendAsync(manifest, StepRequest.Of(run, scope, content), cancellation);
        return AnswerJudge.Judge(run.Step, answer, scope);
    }

    private async Task<PreparedUpload> PrepareAsync(AdapterManifest manifest, Upload upload, string attachment, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(manifest.DeliveryPolicy.AttemptTimeout * FetchPatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            return await uploads.PrepareAsync(upload, attachment, manifest.Attachments.StripMetadata, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(null, "timeout", Final: false);
        }
        catch (IOException)
        {
            return new(null, "unreadable", Final: false);
        }
    }

    private static StepOutcome Failed(StepOutcomeKind kind, string error, TimeSpan? retryAfter = null) => new(kind, null, null, error, retryAfter);
}
