using System.Text.RegularExpressions;
using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>A password or key that is written into the workflow, where everybody who may read it sees it.</summary>
internal sealed partial class SecretCheck : IWorkflowCheck
{
    public IEnumerable<WorkflowFinding> Check(WorkflowGraph workflow, ActiveSet set)
    {
        foreach (var step in workflow.Steps)
        {
            foreach (var (input, _) in step.Json)
            {
                if (step.ExpressionOf(input) is { } expression && (IsSensitive(step, input, expression.Language) || LooksSecret().IsMatch(expression.Text)))
                {
                    yield return step.Warning("workflow.secret", $"«{step.Title}»: похоже, в поле записан секрет. Храните его в настройках подключения системы.", input);
                }
            }
        }
    }

    private static bool IsSensitive(WorkflowStep step, string input, string language) =>
        language == "Literal" && step.LiteralOf(input) is not null && step.Type?.Inputs.Any(known => known.JsonName == input && known.Attribute.IsSensitive) == true;

    [GeneratedRegex("""(?i)\b(?:bearer|basic|apikey)\s+[\w.~+/=-]{12,}|\b(?:password|passwd|secret|token|api[_-]?key|пароль)\b["']?\s*[:=]\s*["']?[^\s"'${}]{6,}|\bwhsec_\w{8,}|-----BEGIN [A-Z ]*PRIVATE KEY""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LooksSecret();
}
