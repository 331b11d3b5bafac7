using Bunit;
using IamConsole.Web.Controls;
using Xunit;

namespace IamConsole.Tests.Web.Controls;

public sealed class FormFieldTests : BunitContext
{
    [Fact]
    public void Ties_label_description_and_constraint_to_the_input()
    {
        var field = RenderField(error: null);
        var input = field.Find("input");

        Assert.Equal(input.Id, field.Find("label").GetAttribute("for"));
        var described = input.GetAttribute("aria-describedby")!.Split(' ').Select(id => field.Find($"#{id}").TextContent);
        Assert.Equal(["A name you will recognize", "1 to 128 characters"], described);
        Assert.Null(input.GetAttribute("aria-invalid"));
    }

    [Fact]
    public void Shows_an_error_above_the_constraint_and_marks_the_input()
    {
        var field = RenderField(error: "This name is taken.");
        var input = field.Find("input");

        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Contains($"{input.Id}-error", input.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Contains("This name is taken.", field.Find(".field-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 to 128 characters", field.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_that_comes_later_reaches_the_input()
    {
        var field = RenderField(error: null);

        field.Render(parameters => parameters.Add(part => part.Error, "This name is taken."));

        Assert.Equal("true", field.Find("input").GetAttribute("aria-invalid"));
    }

    private IRenderedComponent<FormField> RenderField(string? error) => Render<FormField>(parameters => parameters
        .Add(part => part.Label, "Device name")
        .Add(part => part.Description, "A name you will recognize")
        .Add(part => part.Constraint, "1 to 128 characters")
        .Add(part => part.Error, error)
        .AddChildContent<TextInput>());
}
