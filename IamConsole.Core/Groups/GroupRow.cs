namespace IamConsole.Core.Groups;

/// <summary>A group as lists show it.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">How many users are in it.</param>
/// <param name="Policies">How many policies it has, attached and inline.</param>
/// <param name="CreatedAt">When it was created.</param>
public sealed record GroupRow(string Id, string Name, int Members, int Policies, DateTimeOffset CreatedAt);
