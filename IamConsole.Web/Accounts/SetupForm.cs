namespace IamConsole.Web.Accounts;

/// <summary>What the set-up form sends.</summary>
public sealed class SetupForm
{
    public string? Name { get; set; }

    public string? Alias { get; set; }

    public string? AccountId { get; set; }

    public string? Partition { get; set; }

    public string? Country { get; set; }

    public string? RootEmail { get; set; }

    public string? AdministratorName { get; set; }

    public string? Password { get; set; }

    public string? Confirm { get; set; }

    public string? SetupCode { get; set; }
}
