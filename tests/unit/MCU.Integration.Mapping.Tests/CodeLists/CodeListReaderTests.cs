using System.Text;
using MCU.Integration.Mapping.CodeLists;

namespace MCU.Integration.Mapping.Tests.CodeLists;

public sealed class CodeListReaderTests
{
    [Fact]
    public void Find_EntryWithDirection_AnswersThatWayOnly()
    {
        var list = Read("""{"left":"A","right":"x"},{"left":"B","right":"x","direction":"toRight"},{"left":null,"right":"y","direction":"toLeft"}""").List!;

        list.Find("A", CodeDirection.ToRight).ShouldBe(new(true, "x", true));
        list.Find("B", CodeDirection.ToRight).ShouldBe(new(true, "x", true));
        list.Find("x", CodeDirection.ToLeft).ShouldBe(new(true, "A", true));
        list.Find("y", CodeDirection.ToLeft).ShouldBe(new(true, null, true));
        list.Find("y", CodeDirection.ToRight).ShouldBe(new(false, null, false));
        list.Codes(CodeDirection.ToRight).ShouldBe(["A", "B"], ignoreOrder: true);
    }

    [Fact]
    public void Find_MissingCode_FollowsThePolicy()
    {
        var list = Read("""{"left":"A","right":"x"}""", """ "toRight":{"missing":"default","default":"z"},"toLeft":{"missing":"keep"}, """).List!;

        list.Find("?", CodeDirection.ToRight).ShouldBe(new(true, "z", false));
        list.Find("?", CodeDirection.ToLeft).ShouldBe(new(true, "?", false));
        list.Find("?", CodeDirection.ToRight, MissingCodePolicy.Error).Found.ShouldBeFalse();
        list.Find("a", CodeDirection.ToRight, MissingCodePolicy.Error).Found.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"left":"A","right":"x"},{"left":"A","right":"y"}""", "/entries/1/left", "codelist.duplicate_code")]
    [InlineData("""{"left":"A","right":"x"},{"left":"B","right":"x"}""", "/entries/1/right", "codelist.duplicate_code")]
    [InlineData("""{"left":null,"right":null}""", "/entries/0", "codelist.empty_entry")]
    [InlineData("""{"left":"A"}""", "/entries/0/right", "schema.required")]
    [InlineData("""{"left":1,"right":"x"}""", "/entries/0/left", "schema.type")]
    public void Read_BadEntries_AreRefused(string entries, string pointer, string code)
    {
        var (list, problems) = Read(entries);

        list.ShouldBeNull();
        var problem = problems.ShouldHaveSingleItem();
        (problem.Pointer, problem.Code).ShouldBe((pointer, code));
    }

    private static (CodeList? List, IReadOnlyList<Lint.ContentProblem> Problems) Read(string entries, string policies = "") => CodeListReader.Read(Encoding.UTF8.GetBytes(
        $$"""{"key":"k","title":"т","version":1,{{policies}}"left":{"name":"l"},"right":{"name":"r"},"entries":[{{entries}}]}"""));
}
