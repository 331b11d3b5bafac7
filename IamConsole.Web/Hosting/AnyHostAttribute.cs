namespace IamConsole.Web.Hosting;

/// <summary>Answered whatever the Host: the page that says which is the right one, and the files it is made of.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnyHostAttribute : Attribute;
