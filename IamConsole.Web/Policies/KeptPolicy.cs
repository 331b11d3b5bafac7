using IamConsole.Web.Sessions;

namespace IamConsole.Web.Policies;

/// <summary>A policy that is being written.</summary>
/// <param name="Name">As typed, like the next two.</param>
/// <param name="Description">Description.</param>
/// <param name="Template">What it was copied from.</param>
/// <param name="Document">Its text.</param>
/// <param name="Version">The version that is changed: who saved another meanwhile is not overwritten.</param>
public sealed record KeptPolicy(string? Name, string? Description, string? Template, string Document, int? Version = null) : IKept;
