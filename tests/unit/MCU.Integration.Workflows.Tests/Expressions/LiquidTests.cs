using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using static MCU.Integration.Workflows.Tests.TestWorkflows;

namespace MCU.Integration.Workflows.Tests.Expressions;

public sealed class LiquidTests
{
    private readonly TestWorkflows _workflows = new();

    [Theory]
    [InlineData("{{ Variables.Person.name }}", "Ада <3")]
    [InlineData("{{ Variables.Person | json }}", """{"name":"Ада <3","tags":["x","y"]}""")]
    [InlineData("{{ Variables.Person | keys | join: ',' }}", "name,tags")]
    [InlineData("{% for t in Variables.Person.tags %}{{ t }};{% endfor %}", "x;y;")]
    [InlineData("{{ Variables.Person.tags[1] }}{{ Variables.Person.tags.size }}", "y2")]
    [InlineData("{{ Input.n | plus: 1 }}", "6")]
    [InlineData("{{ 'Аб' | base64 }}", "0JDQsQ==")]
    [InlineData("{{ '2024-02-29T10:00:00Z' | date: '%d.%m.%Y' }}", "29.02.2024")]
    [InlineData("{{ WorkflowInstanceId }}/{{ WorkflowDefinitionId }}/{{ CorrelationId }}", "i1/definition-1/c1")]
    [InlineData("{% capture who %}{{ Variables.Person.name }}!{% endcapture %}{{ who | append: '?' | prepend: '¿' | replace: '!', '.' }}", "¿Ада <3.?")]
    [InlineData("{{ Variables.Person.tags | join: '+' }}", "x+y")]
    [InlineData("{{ Variables.Nobody.name }}", "")]
    public async Task Template_Rendered_SeesTheInstance(string template, string expected) =>
        (await RunAsync(template)).State.Output["x"]!.GetValue<string>().ShouldBe(expected);

    [Theory]
    [InlineData("{% if %}")]
    [InlineData("{% for i in (1..1000000) %}x{% endfor %}")]
    [InlineData("{% for i in (1..9000) %}{% for j in (1..9) %}xxxxxxxxxxxxxxxxxxxx{% endfor %}{% endfor %}")]
    [InlineData("{% assign a = 'x' %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %}{{ a | size }}")]
    [InlineData("{% assign a = 'aaaaaaaaaa' %}{% for i in (1..12) %}{% assign a = a | replace: 'a', 'aaaaaaaaaa' %}{% endfor %}{{ a | size }}")]
    [InlineData("{% assign a = 'x,x,x,x,x,x,x' %}{% for i in (1..30) %}{% assign b = a | split: ',' %}{% assign a = b | join: a %}{% endfor %}{{ a | size }}")]
    [InlineData("{% capture a %}xxxxxxxxxx{% endcapture %}{% for i in (1..40) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}{{ a | size }}")]
    [InlineData("{% for a in (1..99) %}{% for b in (1..99) %}{% for c in (1..99) %}{% for d in (1..99) %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}")]
    public async Task Template_BrokenOrBeyondItsLimits_IsAnIncident(string template) =>
        (await RunAsync(template)).State.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);

    private async Task<BurstResult> RunAsync(string template)
    {
        var output = Activity("O", "Elsa.SetOutput", ("outputName", Literal("x")), ("outputValue", Expression("Liquid", template)));
        var workflow = _workflows.Prepare(Definition(Sequence(output), Variable("Person", "ObjectDictionary", """{"name":"Ада <3","tags":["x","y"]}""")));
        return await _workflows.StartAsync(workflow, new StartRequest { InstanceId = "i1", CorrelationId = "c1", Input = new JsonObject { ["n"] = 5 } });
    }
}
