using System.Text.Json;
using MCU.Integration.Mapping.JmesPath;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MCU.Integration.Mapping.Tests.JmesPath;

/// <summary>
/// Our evaluator against JmesPath.Net, over the grammar of jmespath.org and over random paths. Where the library leaves the reference implementation
/// (nulls among projected items, multi-selects of null, 5 == 5.0) we follow the reference; those cases are in <see cref="JmesExpressionTests"/>.
/// </summary>
public sealed class JmesPathDifferentialTests
{
    private const string Document =
        """
        {
          "name": "яма", "empty": "", "yes": true, "no": false, "zero": 0, "n": 5, "d": 1.5, "quoted key": {"a.b": 1},
          "obj": {"x": {"y": {"z": [1, 2, 3]}}, "k": "v"},
          "nums": [3, 1, 2, 10, -4], "words": ["b", "a", "в", "10"], "mixed": [1, "1", true, [1], {"a": 1}],
          "nested": [[1, 2], [3, [4]], 5, []],
          "people": [
            {"name": "Анна", "age": 31, "tags": ["x", "y"], "home": {"city": "С"}},
            {"name": "Борис", "age": 17, "tags": []},
            {"name": "Вера", "age": 52, "tags": ["y"]}
          ]
        }
        """;

    private static readonly string[] Atoms = ["name", "none", "nums", "words", "mixed", "nested", "people", "obj", "x", "y", "age", "tags", "home", "city", "\"quoted key\"", "@"];

    [Theory]
    [InlineData("name")]
    [InlineData("\"quoted key\".\"a.b\"")]
    [InlineData("obj.x.y.z[-1]")]
    [InlineData("nums[1:3]")]
    [InlineData("nums[::-1]")]
    [InlineData("nums[-2:]")]
    [InlineData("nums[10:0:-2]")]
    [InlineData("people[*].name")]
    [InlineData("people[*].home.city")]
    [InlineData("people[*].tags[]")]
    [InlineData("people[*].tags[0]")]
    [InlineData("people[].tags[] | length(@)")]
    [InlineData("(people[*].tags)[0]")]
    [InlineData("people[?age > `18`].name")]
    [InlineData("people[?age > `18` && home].name | [0]")]
    [InlineData("people[?!home].{who: name, n: length(tags)}")]
    [InlineData("people[?contains(tags, 'y')].[name, age]")]
    [InlineData("people[?name == 'Вера' || age == `17`].age")]
    [InlineData("nested[]")]
    [InlineData("nested[][]")]
    [InlineData("nested[*][0]")]
    [InlineData("obj.*")]
    [InlineData("obj.*.y")]
    [InlineData("*.x.y")]
    [InlineData("obj.x.*.z[]")]
    [InlineData("[name, n]")]
    [InlineData("{a: name, b: nothing}")]
    [InlineData("none.[a]")]
    [InlineData("none || empty || name")]
    [InlineData("yes && name")]
    [InlineData("!empty")]
    [InlineData("zero && 'zero is true'")]
    [InlineData("n == `5`")]
    [InlineData("n != '5'")]
    [InlineData("n >= `5`")]
    [InlineData("yes > no")]
    [InlineData("mixed == `[1, \"1\", true, [1], {\"a\": 1}]`")]
    [InlineData("`{\"a\": [1]}`.a[0]")]
    [InlineData("'it\\'s'")]
    [InlineData("abs(nums[4])")]
    [InlineData("avg(nums)")]
    [InlineData("ceil(d)")]
    [InlineData("floor(d)")]
    [InlineData("contains(name, 'м')")]
    [InlineData("ends_with(name, 'ма')")]
    [InlineData("starts_with(name, 'ма')")]
    [InlineData("join(', ', words)")]
    [InlineData("keys(obj)")]
    [InlineData("values(obj.x)")]
    [InlineData("length(name)")]
    [InlineData("length(obj)")]
    [InlineData("map(&age, people)")]
    [InlineData("map(&nothing, people)")]
    [InlineData("max(nums)")]
    [InlineData("min(words)")]
    [InlineData("max(`[]`)")]
    [InlineData("max_by(people, &age).name")]
    [InlineData("min_by(people, &age).name")]
    [InlineData("merge(obj, {k: 'w', l: n})")]
    [InlineData("not_null(none, nothing, name)")]
    [InlineData("reverse(nums)")]
    [InlineData("reverse(name)")]
    [InlineData("sort(nums)")]
    [InlineData("sort(words)")]
    [InlineData("sort_by(people, &age)[*].name")]
    [InlineData("sort_by(people, &name)[0].age")]
    [InlineData("sum(nums)")]
    [InlineData("to_array(name)")]
    [InlineData("to_array(nums)")]
    [InlineData("to_number('12')")]
    [InlineData("to_number('x')")]
    [InlineData("to_string(obj.x.y.z)")]
    [InlineData("to_string(name)")]
    [InlineData("type(mixed[2])")]
    [InlineData("people[*].not_null(home.city, 'нет')")]
    [InlineData("upper(obj.k)")]
    [InlineData("lower('AB')")]
    [InlineData("trim(' a ')")]
    [InlineData("split('a,b', ',')")]
    [InlineData("replace('aba', 'a', 'c')")]
    [InlineData("find_first('abcb', 'b')")]
    public void Evaluate_LanguageOfTheSpecification_AgreesWithTheLibrary(string expression) => Ours(expression).ShouldBe(Library(expression), expression);

    [Fact]
    public void Evaluate_RandomPaths_AgreeWithTheLibrary()
    {
        var random = new Random(31);
        for (var i = 0; i < 3000; i++)
        {
            var expression = RandomPath(random, 4);
            Ours(expression).ShouldBe(Library(expression), expression);
        }
    }

    // In parentheses, because null | [a] is null for the reference implementation and [null] for the library.
    private static string RandomPath(Random random, int steps)
    {
        var path = Atoms[random.Next(Atoms.Length)];
        for (var i = random.Next(steps); i > 0; i--)
        {
            path += random.Next(9) switch
            {
                0 => $"[{random.Next(-3, 4)}]",
                1 => "[*]",
                2 => "[]",
                3 => $"[{random.Next(-2, 2)}:]",
                4 => $"[?{Atoms[random.Next(Atoms.Length - 1)]}]",
                5 => $" | {Atoms[random.Next(Atoms.Length)]}",
                6 => ".*",
                _ => $".{Atoms[random.Next(Atoms.Length - 1)]}",
            };
        }

        return random.Next(6) switch
        {
            0 => $"({path}) || ({RandomPathOrAtom(random, steps)})",
            1 => $"({path}) && ({RandomPathOrAtom(random, steps)})",
            2 => $"[{path}, {RandomPathOrAtom(random, steps)}]",
            3 => $"({path}) == ({RandomPathOrAtom(random, steps)})",
            _ => path,
        };
    }

    private static string RandomPathOrAtom(Random random, int steps) => steps > 1 ? RandomPath(random, steps - 2) : Atoms[random.Next(Atoms.Length)];

    private static string Ours(string expression) =>
        Normal(JmesExpression.Parse(expression).Evaluate(JsonElement.Parse(Document))?.ToJsonString() ?? "null");

    private static string Library(string expression) =>
        Normal(new DevLab.JmesPath.JmesPath().Transform(Document, expression) ?? "null");

    private static string Normal(string json) => Parse(json).ToString(Formatting.None).Replace(".0", "");

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        return JToken.ReadFrom(reader);
    }
}
