namespace IamConsole.Web.AccountSettings;

/// <summary>One line of a policy.</summary>
/// <param name="Text">What is so.</param>
/// <param name="IsOn">Whether it asks for or allows something.</param>
public sealed record Setting(string Text, bool IsOn = true);
