using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using static MCU.Integration.Workflows.Tests.TestWorkflows;

namespace MCU.Integration.Workflows.Tests.Expressions;

public sealed class JavaScriptTests
{
    private readonly TestWorkflows _workflows = new();

    [Theory]
    [InlineData("while (true) {}")]
    [InlineData("let a = []; while (true) a.push(new Array(10000).fill('x').join(''))")]
    [InlineData("(function f() { return f() })()")]
    [InlineData("/^(a+)+$/.test('a'.repeat(40) + '!')")]
    [InlineData("'x'.repeat(2 ** 29)")]
    [InlineData("'x'['rep' + 'eat'](2 ** 28)")]
    [InlineData("'x'.padEnd(2 ** 28)")]
    [InlineData("'x'['repeat'](2 ** 28)")]
    [InlineData("const { 'repeat': many } = 'x'; many.bind('x')(2 ** 28)")]
    [InlineData("Object.getOwnPropertyDescriptor(Object.getPrototypeOf('x'), 'repeat').value.bind('x')(2 ** 28)")]
    [InlineData("new Uint8Array(2e9)")]
    [InlineData("new Float64Array({ length: 2e9 })")]
    [InlineData("new this['Uint8' + 'Array'](2e9)")]
    [InlineData("new (Object.getOwnPropertyDescriptor(this, 'Uint8Array').value)(2e9)")]
    [InlineData("new (bytesFromString('x').constructor)(2e9)")]
    [InlineData("new (bytesFromString('x').buffer.constructor)(2e9)")]
    [InlineData("class Mine extends Uint8Array {}; new Mine(2e9)")]
    [InlineData("Uint8Array.from({ length: 2e9 })")]
    [InlineData("DateTime.UtcNow.ToString('y'.padEnd(1000, 'y'))")]
    [InlineData("TimeSpan.FromDays(1e12)")]
    [InlineData("DateTime.UtcNow.AddYears(1e9)")]
    [InlineData("while (true) Guid.NewGuid()")]
    [InlineData("new Array(2 ** 30).join('xxxxxxxx')")]
    [InlineData("new Array(5e7).fill(0)")]
    [InlineData("new ArrayBuffer(2e9)")]
    [InlineData("'a'.repeat(1e6).replaceAll('a', 'b'.repeat(1e4))")]
    [InlineData("'a'.repeat(1e6).replace(/a/g, '$`')")]
    [InlineData("/a/g[Symbol.replace]('a'.repeat(1e6), '$`')")]
    [InlineData("'a'.repeat(40).concat('!').replace(/^(a+)+$/, '')")]
    [InlineData("'a'.repeat(40).concat('!').match(new RegExp('^(a+)+$'))")]
    [InlineData("'a'.repeat(40).concat('!').split(/^(a+)+$/)")]
    [InlineData("let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; JSON.stringify(a)")]
    [InlineData("let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; String(a)")]
    [InlineData("let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; a.flat(Infinity)")]
    [InlineData("let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; a")]
    [InlineData("let a = []; for (let i = 0; i < 1e4; i++) a = [a]; String(a)")]
    [InlineData("JSON.parse('['.repeat(1e5) + ']'.repeat(1e5))")]
    [InlineData("encodeURIComponent('я'.repeat(4e6))")]
    [InlineData("let x = 3n; while (true) x *= x")]
    [InlineData("const o = { toString() { return '' + o } }; '' + o")]
    [InlineData("const o = { toString: () => '' + o }; '' + o")]
    [InlineData("new Proxy({}, { get: (t, k, r) => r[k] }).x")]
    [InlineData("for (;;) { try { while (true) {} } catch {} }")]
    [InlineData("new Promise(() => {})")]
    public async Task Script_BeyondItsLimits_IsAnIncident(string script)
    {
        var result = await RunAsync(script);

        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        result.State.Incidents.Single().Message.ShouldBe("Failed to evaluate activity input 'OutputValue'");
    }

    [Theory]
    [InlineData("typeof System")]
    [InlineData("typeof importNamespace")]
    [InlineData("typeof require")]
    public async Task Script_HostTypes_AreOutOfReach(string script) => (await ValueOfAsync(script))!.GetValue<string>().ShouldBe("undefined");

    [Theory]
    [InlineData("eval('1')")]
    [InlineData("new Function('return 1')()")]
    public async Task Script_MadeOfText_IsRefused(string script) => (await RunAsync(script)).State.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);

    [Fact]
    public async Task Script_Globals_DoNotLeakIntoTheNext()
    {
        var workflow = _workflows.Prepare(Definition(Sequence(Output("a", "leak = 1; var other = 2; leak"), Output("b", "typeof leak + typeof other"))));

        (await _workflows.StartAsync(workflow)).State.Output["b"]!.GetValue<string>().ShouldBe("undefinedundefined");
    }

    [Theory]
    [InlineData("variables.Data.list.push(3)")]
    [InlineData("getData().list.push(3)")]
    [InlineData("getVariable('Data').list.push(3)")]
    [InlineData("variables.Data = { list: [1, 2, 3] }")]
    [InlineData("variables['Data'].list[2] = 3")]
    [InlineData("const all = variables; all.Data.list.push(3)")]
    [InlineData("setData({ list: [1, 2, 3] })")]
    [InlineData("const before = variables.Data; setData({ list: [...before.list, 3] })")]
    [InlineData("setVariable('Data', { list: [1, 2, 3] })")]
    public async Task Script_ChangesAVariable_IsKept(string script)
    {
        var workflow = _workflows.Prepare(Definition(
            Sequence(Output("x", script), Output("list", "getData().list.join()")), Variable("Data", "ObjectDictionary", """{"list":[1,2]}""")));

        (await _workflows.StartAsync(workflow)).State.Output["list"]!.GetValue<string>().ShouldBe("1,2,3");
    }

    [Theory]
    [InlineData("[1, [2, null, undefined], 'x'].join('-')", "1-2,,-x")]
    [InlineData("const a = []; a[0] = a; '<' + a + '>'", "<>")]
    [InlineData("'a-b-c'.replace(/(\\w)-(\\w)/, '$2-$1 $& $$ $0')", "b-a a-b $ $0-c")]
    [InlineData("'aXbX'.replaceAll('X', '[$`]')", "a[a]b[aXb]")]
    [InlineData("'2024-02'.replace(/(?<y>\\d+)-(?<m>\\d+)/, '$<m>/$<y>')", "02/2024")]
    [InlineData("'abc'.padStart(5, '*') + '-'.repeat(3) + [1, [2, 3]].flat().length", "**abc---3")]
    [InlineData("JSON.stringify({ a: [1, { b: 'я' }] })", "{\"a\":[1,{\"b\":\"я\"}]}")]
    [InlineData("try { const a = []; a[0] = a; JSON.stringify(a) } catch (e) { e.constructor.name }", "TypeError")]
    public async Task Script_GuardedFunctions_DoWhatTheLanguageSays(string script, string expected) =>
        (await ValueOfAsync(script))!.GetValue<string>().ShouldBe(expected);

    [Fact]
    public async Task Script_DateVariable_IsADate()
    {
        var workflow = _workflows.Prepare(Definition(
            Sequence(Output("year", "getMoment().getUTCFullYear()")), Variable("Moment", "DateTimeOffset", "2024-02-29T10:20:30+02:00")));

        (await _workflows.StartAsync(workflow)).State.Output["year"]!.GetValue<long>().ShouldBe(2024);
    }

    [Theory]
    [InlineData("if (1 < 2) return 'early'; 'late'", "\"early\"")]
    [InlineData("[1, undefined, () => 1, NaN]", "[1,null,null,null]")]
    [InlineData("({ f: () => 1, u: undefined, d: new Date(0) })", "{\"d\":\"1970-01-01T00:00:00Z\"}")]
    [InlineData("new Map([[1, 2]]).size", "1")]
    [InlineData("getInput('nope')", "null")]
    public async Task Script_Value_BecomesJson(string script, string expected) =>
        ((await ValueOfAsync(script))?.ToJsonString() ?? "null").ShouldBe(expected);

    [Fact]
    public async Task Script_CyclicResult_IsAnIncident() =>
        (await RunAsync("const a = {}; a.a = a; a")).State.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);

    private async Task<JsonNode?> ValueOfAsync(string script) => (await RunAsync(script)).State.Output["x"];

    private async Task<BurstResult> RunAsync(string script) => await _workflows.StartAsync(_workflows.Prepare(Definition(Sequence(Output("x", script)))));

    private static JsonObject Output(string name, string script) =>
        Activity($"Out{name}", "Elsa.SetOutput", ("outputName", Literal(name)), ("outputValue", JavaScript(script)));
}
