using System.Text.RegularExpressions;
using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>Something personal on its way into a log, a name or a variable; variables carry handles of sealed records (design §6).</summary>
internal sealed partial class PersonalDataCheck : IWorkflowCheck
{
    // Type → the input that ends in a place which people read or which is kept unsealed.
    private static readonly Dictionary<string, string[]> Places = new(StringComparer.Ordinal)
    {
        ["Elsa.WriteLine"] = ["text"],
        ["Elsa.SetVariable"] = ["value"],
        ["Elsa.SetName"] = ["value"],
        ["Elsa.Correlate"] = ["correlationId"],
        ["Elsa.Fault"] = ["message"],
        ["Elsa.RunJavaScript"] = ["script"],
    };

    public IEnumerable<WorkflowFinding> Check(WorkflowGraph workflow, ActiveSet set)
    {
        foreach (var step in workflow.Steps)
        {
            foreach (var input in Places.GetValueOrDefault(step.TypeName, []))
            {
                if (step.ExpressionOf(input) is { } expression && IsPersonal(expression.Language, expression.Text))
                {
                    yield return step.Warning("workflow.personal_data", $"«{step.Title}»: похоже, сюда попадают личные данные. Берите номер дела или запись, а не сами данные.", input);
                }
            }
        }
    }

    // A script reads fields by name; a literal would have to hold the datum itself.
    private static bool IsPersonal(string language, string text) => language is "JavaScript" or "Liquid" || text.Contains("{{", StringComparison.Ordinal)
        ? PersonalField().IsMatch(text)
        : PersonalDatum().IsMatch(text);

    [GeneratedRegex("""(?i)\b(?:applicant|surname|last_?name|first_?name|patronymic|middle_?name|fio|phone|e_?mail|snils|passport|birth_?date|address_text|answer_?text)\b|заявител|фамили|отчеств""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PersonalField();

    [GeneratedRegex("""[\w.+-]+@[\w-]+\.\w{2,}|(?:\+7|\b8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}\b|\b\d{3}-\d{3}-\d{3} \d{2}\b""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PersonalDatum();
}
