using MCU.Integration.Console.Pages.Systems;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Console.Tests.Systems;

public sealed class SettingsFormTests
{
    private readonly SettingsForm _form = new(
        [new("baseUrl", false, false), new("user", false, true), new("password", true, false)],
        new Dictionary<string, string> { ["baseUrl"] = "https://sed.example", ["user"] = "hub", ["password"] = IConnectionSettings.Hidden });

    [Fact]
    public void HasChanges_UntouchedForm_HasNoneAndShowsNoSecret()
    {
        _form.HasChanges.ShouldBeFalse();
        _form.Values["password"].ShouldBe("");
        _form.Values["baseUrl"].ShouldBe("https://sed.example");
    }

    [Fact]
    public void ToElement_OnlyWhatWasChanged_AndFixedOnesNever()
    {
        _form.Values["user"] = "other";
        _form.Values["password"] = "new one";

        _form.ToElement().GetRawText().ShouldBe("""{"password":"new one"}""");
    }

    [Fact]
    public void ToElement_EmptiedOrRemoved_IsNull()
    {
        _form.Values["baseUrl"] = " ";
        _form.Remove("password", true);

        _form.ToElement().GetRawText().ShouldBe("""{"baseUrl":null,"password":null}""");
        _form.Remove("password", false);
        _form.ToElement().GetRawText().ShouldBe("""{"baseUrl":null}""");
    }
}
