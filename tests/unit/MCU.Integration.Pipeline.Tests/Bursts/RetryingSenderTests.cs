using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Workflows.Http;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Pipeline.Tests.Bursts;

public sealed class RetryingSenderTests
{
    private static readonly HttpSendResult NoConnection = new(HttpSendOutcome.FailedToConnect);

    private readonly FakeTimeProvider _time = new() { AutoAdvanceAmount = TimeSpan.Zero };
    private readonly Queue<HttpSendResult> _results = [];
    private readonly List<DateTimeOffset> _sent = [];

    [Fact]
    public async Task Send_WithoutStrategy_SendsOnce()
    {
        _results.Enqueue(NoConnection);

        (await RunAsync(null)).ShouldBe(NoConnection);

        _sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Send_WhatMayPass_IsSentAgainAfterGrowingPauses()
    {
        _results.Enqueue(NoConnection);
        _results.Enqueue(new(HttpSendOutcome.Timeout));
        _results.Enqueue(Answer(503));
        _results.Enqueue(Answer(200));

        var result = await RunAsync(new(3, TimeSpan.FromSeconds(1), RetryBackoff.Exponential, UseJitter: false));

        (result.Answer!.StatusCode, result.Attempts).ShouldBe((200, 4));
        _sent.Zip(_sent.Skip(1), (earlier, later) => (later - earlier).TotalSeconds).ShouldBe([1, 2, 4]);
    }

    [Fact]
    public async Task Send_AttemptsAreUsedUp_GivesTheLastResult()
    {
        Enumerable.Range(0, 3).ToList().ForEach(_ => _results.Enqueue(Answer(500)));

        var result = await RunAsync(new(2, TimeSpan.FromSeconds(1), RetryBackoff.Constant, UseJitter: false));

        (result.Answer!.StatusCode, result.Attempts).ShouldBe((500, 3));
    }

    [Fact]
    public async Task Send_AnswerThatStays_IsNotSentAgain()
    {
        _results.Enqueue(Answer(404));

        (await RunAsync(new(3, TimeSpan.Zero, RetryBackoff.Constant, UseJitter: false))).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Send_LeaseWouldRunOut_GivesUpEarly()
    {
        Enumerable.Range(0, 4).ToList().ForEach(_ => _results.Enqueue(NoConnection));

        (await RunAsync(new(10, TimeSpan.FromSeconds(9), RetryBackoff.Constant, UseJitter: false))).Attempts.ShouldBe(4, "a minute of lease allows 30 seconds");
    }

    private async Task<HttpSendResult> RunAsync(HttpRetry? retry)
    {
        var sut = new RetryingSender(new Scripted(this), TimeSpan.FromMinutes(1), _time);
        var sending = sut.SendAsync(new("GET", new("http://127.0.0.1/")) { Retry = retry }, CancellationToken.None).AsTask();
        while (!sending.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        return await sending;
    }

    private static HttpSendResult Answer(int status) => new(HttpSendOutcome.Answered, new HttpAnswer(status, null));

    private sealed class Scripted(RetryingSenderTests test) : IHttpSender
    {
        public ValueTask<HttpSendResult> SendAsync(HttpSendRequest request, CancellationToken cancellationToken)
        {
            test._sent.Add(test._time.GetUtcNow());
            return ValueTask.FromResult(test._results.Dequeue());
        }
    }
}
