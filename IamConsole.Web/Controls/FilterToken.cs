namespace IamConsole.Web.Controls;

/// <summary>A condition that narrows a list.</summary>
/// <param name="Key">What tells it from the others.</param>
/// <param name="Name">The property: "State".</param>
/// <param name="Value">Its value: "Available".</param>
public sealed record FilterToken(string Key, string Name, string Value);
