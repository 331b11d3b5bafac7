using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Web.Sessions;

/// <summary>Something that is begun on a page and asks for a factor, because the last proof has grown old.</summary>
/// <param name="Address">Where.</param>
/// <param name="Page">The component there.</param>
/// <param name="Purpose">What the page that asks for the factor says.</param>
internal sealed record KeptCase(string Address, Type Page, string Purpose)
{
    /// <summary>The page's parameters.</summary>
    public IReadOnlyList<(string Name, object Value)> Parameters { get; init; } = [];

    /// <summary>What is typed and chosen while the proof is fresh.</summary>
    public Action<KeptPage> Fill { get; init; } = _ => { };

    /// <summary>The click that comes too late.</summary>
    public required Func<KeptPage, Task> Act { get; init; }

    /// <summary>What must be there again.</summary>
    public required Action<KeptPage> Back { get; init; }

    /// <summary>What must be there for who came back without a factor; as <see cref="Back"/> unless a dialog was only wished for.</summary>
    public Action<KeptPage>? Declined { get; init; }

    /// <summary>What the page needs beyond alice, the group field, the policy rules and the token GAHT-1.</summary>
    public Func<IamScenario, SignedIn, string, Task>? Arrange { get; init; }
}
