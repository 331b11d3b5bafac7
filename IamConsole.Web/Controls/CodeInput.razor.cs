namespace IamConsole.Web.Controls;

/// <summary>
/// A six-digit code. The field takes more than six characters, because apps copy codes as "123 456":
/// a shorter one would cut the last digit off before the space is removed.
/// </summary>
public sealed partial class CodeInput
{
    protected override string? Clean(string? value) =>
        value is null ? null : string.Concat(value.Where(character => !char.IsWhiteSpace(character) && character != '-'));
}
