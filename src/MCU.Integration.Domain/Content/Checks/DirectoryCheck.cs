using MCU.Integration.Domain.Directory;

namespace MCU.Integration.Domain.Content.Checks;

/// <summary>Every body is below a body that exists, and none below itself.</summary>
internal sealed class DirectoryCheck : IContentCheck
{
    public void Check(ContentDraft draft)
    {
        var directory = new BodyDirectory(draft.Bodies.Select(body => body.Value));
        foreach (var body in draft.Bodies)
        {
            if (body.Value.Parent is not { } parent)
            {
                continue;
            }

            if (directory.Find(parent) is null)
            {
                draft.Report(body, "/parent", RuleProblemCodes.UnknownReference, $"There is no body '{parent}'.");
            }
            else if (IsInCircle(directory, body.Value))
            {
                draft.Report(body, "/parent", RuleProblemCodes.Circle, $"'{body.Value.Key}' is above itself.");
            }
        }
    }

    private static bool IsInCircle(BodyDirectory directory, DirectoryBody body) =>
        directory.WithSelfAndAbove(body).Any(above => above.Parent == body.Key);
}
