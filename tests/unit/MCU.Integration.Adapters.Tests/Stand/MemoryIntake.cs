using System.Collections.Concurrent;
using System.Text;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Intake;

namespace MCU.Integration.Adapters.Tests.Stand;

/// <summary>Takes documents and moves watermarks as the pipeline does: only with an accepted document.</summary>
public sealed class MemoryIntake : IMessageIntake, IIntakeStore
{
    private readonly ConcurrentDictionary<string, Watermark> _watermarks = new();

    public ConcurrentQueue<string> Documents { get; } = new();

    /// <summary>What becomes of a document.</summary>
    public Func<string, IntakeResultKind> Judge { get; set; } = _ => IntakeResultKind.Accepted;

    /// <summary>Completes when so many documents came.</summary>
    public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Awaited { get; set; } = int.MaxValue;

    public string? Cursor(string adapter, string feed) => _watermarks.GetValueOrDefault($"{adapter}:{feed}")?.Cursor;

    public Task<IntakeResult> AcceptAsync(IntakeRequest request, CancellationToken cancellation)
    {
        var text = Encoding.UTF8.GetString(request.Body.Span);
        var kind = Judge(text);
        Documents.Enqueue(text);
        if (kind == IntakeResultKind.Accepted && request.Watermark is { } watermark)
        {
            _watermarks[$"{watermark.Adapter}:{watermark.Feed}"] = watermark;
        }

        if (Documents.Count >= Awaited)
        {
            Reached.TrySetResult();
        }

        return Task.FromResult(IntakeResult.Of(kind, new MessageId(Guid.CreateVersion7())));
    }

    public async Task<IReadOnlyList<IntakeResult>> AcceptManyAsync(IReadOnlyList<IntakeRequest> requests, CancellationToken cancellation)
    {
        var results = new List<IntakeResult>();
        foreach (var request in requests)
        {
            results.Add(await AcceptAsync(request, cancellation));
        }

        return results;
    }

    public Task<IReadOnlyList<AcceptanceResult>> AcceptAsync(IReadOnlyList<Acceptance> batch, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Watermark?> WatermarkAsync(string adapter, string feed, CancellationToken cancellation) => Task.FromResult(_watermarks.GetValueOrDefault($"{adapter}:{feed}"));

    public Task SaveWatermarkAsync(Watermark watermark, CancellationToken cancellation)
    {
        _watermarks[$"{watermark.Adapter}:{watermark.Feed}"] = watermark;
        return Task.CompletedTask;
    }
}
