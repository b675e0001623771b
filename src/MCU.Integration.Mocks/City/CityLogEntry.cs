using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.City;

/// <summary>One business request that a mock answered, or one event that it brought to the hub.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Action">What was asked: <c>pos.accept</c>, <c>sed.create</c>, <c>sed.probe</c>, <c>sed.callback</c> …</param>
/// <param name="Reference">The ПОС message id, or the СЭД card id.</param>
/// <param name="Status">HTTP status of the answer; 0 when there was none.</param>
/// <param name="Key">The <c>Idempotency-Key</c> that came along.</param>
public sealed record CityLogEntry(long Number, DateTimeOffset At, string System, string Action, string? Reference, int Status, string? Key, JsonObject? Detail);
