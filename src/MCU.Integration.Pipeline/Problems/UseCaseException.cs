namespace MCU.Integration.Pipeline.Problems;

/// <summary>A use case cannot do what was asked, for a reason that the caller can understand and that stands in <see cref="Problems"/>.</summary>
public sealed class UseCaseException(UseCaseFailure failure, string message, IReadOnlyList<Problem>? problems = null) : Exception(message)
{
    public UseCaseFailure Failure { get; } = failure;

    /// <summary>What is wrong with the input; empty when the message says it all.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems ?? [];

    /// <param name="what">What was looked for, <c>message 0198…</c>.</param>
    public static UseCaseException NotFound(string what) => new(UseCaseFailure.NotFound, $"There is no {what}.");

    public static UseCaseException Conflict(string message) => new(UseCaseFailure.Conflict, message);

    public static UseCaseException Invalid(string pointer, string code, string message) =>
        new(UseCaseFailure.Invalid, message, [new(pointer, code, message)]);

    public static UseCaseException Invalid(string message, IReadOnlyList<Problem> problems) => new(UseCaseFailure.Invalid, message, problems);
}
