using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.City;

/// <summary>Brings the events of the systems to the hub: in order per record, again until a 2xx answers, signed.</summary>
internal sealed class Callbacks : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string System, string Record), Queue<Callback>> _lanes = [];
    private readonly CityRun _city;
    private readonly WebhookSigner _signer;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(1) });
    private TaskCompletionSource _hubSet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Uri? _hub;
    private int _waiting;

    public Callbacks(CityRun city)
    {
        _city = city;
        _signer = new WebhookSigner(city.Options.WebhookSecret);
        Hub = city.Options.Hub;
    }

    /// <summary>Where events go; while null they wait.</summary>
    public Uri? Hub
    {
        get => Volatile.Read(ref _hub);
        set
        {
            Volatile.Write(ref _hub, value);
            if (value is not null)
            {
                _hubSet.TrySetResult();
            }
            else if (_hubSet.Task.IsCompleted)
            {
                _hubSet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    /// <summary>Events that the hub has not taken yet.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public void Enqueue(Callback callback)
    {
        Interlocked.Increment(ref _waiting);
        lock (_lock)
        {
            if (_lanes.TryGetValue(LaneOf(callback), out var lane))
            {
                lane.Enqueue(callback);
                return;
            }

            _lanes[LaneOf(callback)] = new Queue<Callback>([callback]);
        }

        _city.Clock.Start(0, () => DrainAsync(LaneOf(callback)));
    }

    public void Dispose() => _http.Dispose();

    private static (string System, string Record) LaneOf(Callback callback) => (callback.System, callback.RecordId);

    private async Task DrainAsync((string System, string Record) lane)
    {
        while (Peek(lane) is { } next)
        {
            await BringAsync(next);
            Interlocked.Decrement(ref _waiting);
            lock (_lock)
            {
                _lanes[lane].Dequeue();
            }
        }
    }

    private Callback? Peek((string System, string Record) lane)
    {
        lock (_lock)
        {
            if (_lanes[lane].TryPeek(out var next))
            {
                return next;
            }

            _lanes.Remove(lane);
            return null;
        }
    }

    private async Task BringAsync(Callback callback)
    {
        var delay = _city.Options.CallbackFirstDelay;
        for (var attempt = 1; attempt <= _city.Options.CallbackAttempts; attempt++)
        {
            await _hubSet.Task.WaitAsync(_city.Clock.Stopping);
            var status = await PostAsync(callback);
            _city.Log.Add(callback.System, $"{callback.System}.callback", callback.RecordId, status, callback.EventId, new JsonObject
            {
                ["to"] = callback.To,
                ["revision"] = callback.Revision,
                ["attempt"] = attempt,
            });

            // 410: the receiver wants no more of it (Standard Webhooks).
            if (status is (>= 200 and < 300) or 410)
            {
                return;
            }

            await Task.Delay(delay, _city.Options.Time, _city.Clock.Stopping);
            delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, _city.Options.CallbackMaxDelay.Ticks));
        }
    }

    private async Task<int> PostAsync(Callback callback)
    {
        if (Hub is not { } hub)
        {
            return 0;
        }

        var timestamp = _city.Options.Time.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(hub, $"/api/v1/adapters/{callback.Adapter}/messages/{callback.DocumentType}")) { Content = new ByteArrayContent(callback.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add("webhook-id", callback.EventId);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", _signer.Sign(callback.EventId, timestamp, callback.Body));
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(_city.Clock.Stopping);
        timeout.CancelAfter(TimeSpan.FromSeconds(20));
        try
        {
            using var response = await _http.SendAsync(request, timeout.Token);
            return (int)response.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !_city.Clock.Stopping.IsCancellationRequested)
        {
            return 0;
        }
    }
}
