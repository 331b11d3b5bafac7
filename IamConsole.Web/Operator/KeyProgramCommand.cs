using System.CommandLine;
using System.Globalization;
using IamConsole.Core;
using IamConsole.Core.KeyProgram;

namespace IamConsole.Web.Operator;

/// <summary><c>key-program</c>: the security key program's switch, rules, stock and figures. Orders: <see cref="KeyOrderCommands"/>.</summary>
internal static class KeyProgramCommand
{
    private static readonly Option<string[]> Countries = new("--country") { Description = "Country codes (ISO 3166-1 alpha-2) to which keys are sent; replaces the list.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<int?> Period = new("--period-days") { Description = "Days in which an account orders at most once." };
    private static readonly Option<long?> MinimumSpend = new("--minimum-spend") { Description = "The least \"Spend\"; the same as --minimum Spend=N." };
    private static readonly Option<string[]> Minimums = new("--minimum") { Description = "The least of any other figure: NAME=N." };
    private static readonly Option<string[]> Dropped = new("--drop-minimum") { Description = "A figure no longer asked for, by NAME." };
    private static readonly Option<string> Account = new("--account") { Description = "The account's ID or alias.", Required = true };
    private static readonly Option<long?> Spend = new("--spend") { Description = "The figure \"Spend\"." };
    private static readonly Option<string?> FigureName = new("--name") { Description = "Any other figure's name, with --value." };
    private static readonly Option<long?> FigureValue = new("--value") { Description = "The figure." };
    private static readonly Argument<string> Model = new("MODEL") { Description = "The model's short name." };
    private static readonly Argument<int> Difference = new("N") { Description = "Keys put into the stock; negative: taken out." };
    private static readonly Option<string> ModelName = new("--name") { Description = "What the order form says.", Required = true };
    private static readonly Option<string?> ModelText = new("--description") { Description = "For whom the key is." };
    private static readonly Option<int> Stock = new("--stock") { Description = "Keys in stock." };

    public static Command Create()
    {
        var command = new Command("key-program", "The program that gives security keys to account owners.");
        command.Subcommands.Add(New("on", "Switch the program on.", [], (s, _, ct) => SwitchAsync(s, true, ct)));
        command.Subcommands.Add(New("off", "Switch the program off: nothing can be ordered, open orders go on.", [], (s, _, ct) => SwitchAsync(s, false, ct)));
        command.Subcommands.Add(New("rules", "Show or change who gets a key.", [Countries, Period, MinimumSpend, Minimums, Dropped], RulesAsync));
        command.Subcommands.Add(New("figure", "Record a figure of an account.", [Account, Spend, FigureName, FigureValue], FigureAsync));
        var models = New("models", "Show the key models and their stock.", [], ShowAsync);
        models.Subcommands.Add(New("add", "Offer a model.", [Model, ModelName, ModelText, Stock], (s, p, ct) => OperatorAnswer.SayAsync(
            s.GetRequiredService<AddKeyModel>().RunAsync(p.GetValue(Model)!, p.GetValue(ModelName)!, p.GetValue(ModelText), p.GetValue(Stock), ct), "Added.")));
        models.Subcommands.Add(New("stock", "Change a model's stock by N.", [Model, Difference], (s, p, ct) => OperatorAnswer.SayAsync(
            s.GetRequiredService<ChangeKeyStock>().RunAsync(p.GetValue(Model)!, p.GetValue(Difference), ct), "Changed.")));
        models.Subcommands.Add(New("remove", "Offer a model no longer; its orders go on.", [Model], (s, p, ct) => OperatorAnswer.SayAsync(
            s.GetRequiredService<RemoveKeyModel>().RunAsync(p.GetValue(Model)!, ct), "Removed.")));
        command.Subcommands.Add(models);
        foreach (var about in KeyOrderCommands.Create()) command.Subcommands.Add(about);
        return command;
    }

    internal static Command New(string name, string description, Symbol[] parts, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        foreach (var part in parts)
        {
            if (part is Argument argument) command.Arguments.Add(argument);
            if (part is Option option) command.Options.Add(option);
        }

        command.SetAction((parsed, ct) => OperatorHost.RunAsync(parsed, (services, token) => run(services, parsed, token), ct));
        return command;
    }

    private static async Task<int> SwitchAsync(IServiceProvider services, bool on, CancellationToken ct)
    {
        await services.GetRequiredService<SwitchKeyProgram>().RunAsync(on, ct);
        Console.WriteLine(on ? "The security key program is on." : "The security key program is off.");
        return 0;
    }

    private static async Task<int> RulesAsync(IServiceProvider services, ParseResult parsed, CancellationToken ct)
    {
        var minimums = new Dictionary<string, long>();
        if (parsed.GetValue(MinimumSpend) is { } spend) minimums[FigureMinimum.Spend] = spend;
        foreach (var text in parsed.GetValue(Minimums) ?? [])
        {
            var cut = text.LastIndexOf('=');
            if (cut < 1 || !long.TryParse(text[(cut + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var minimum))
                return await OperatorAnswer.RefuseAsync(KeyProgramErrors.InvalidFigure);
            minimums[text[..cut].Trim()] = minimum;
        }

        var (countries, dropped) = (parsed.GetValue(Countries) ?? [], parsed.GetValue(Dropped) ?? []);
        var wanted = new WantedKeyRules(countries.Length == 0 ? null : countries, parsed.GetValue(Period), minimums, dropped);
        if (countries.Length + minimums.Count + dropped.Length > 0 || wanted.PeriodDays is not null)
        {
            var changed = await services.GetRequiredService<SetKeyProgramRules>().RunAsync(wanted, ct);
            if (changed.Error is { } error) return await OperatorAnswer.RefuseAsync(error);
        }

        return await ShowAsync(services, parsed, ct);
    }

    private static async Task<int> ShowAsync(IServiceProvider services, ParseResult parsed, CancellationToken ct)
    {
        var program = await services.GetRequiredService<ReadKeyProgram>().RunAsync(ct);
        Console.WriteLine($"The security key program is {(program.IsOn ? "on" : "off")}.");
        Console.WriteLine($"Countries: {(program.Countries.Count == 0 ? "none, so nobody is eligible" : string.Join(' ', program.Countries))}");
        Console.WriteLine($"One order for each account in {program.PeriodDays} days");
        foreach (var minimum in program.Minimums) Console.WriteLine($"{minimum.Name}: at least {minimum.Minimum}");
        foreach (var model in program.Models) Console.WriteLine($"{model.Id,-32}  {model.Stock,7} in stock  {model.Name}");
        if (program.Models.Count == 0) Console.WriteLine("No key models");
        return 0;
    }

    private static async Task<int> FigureAsync(IServiceProvider services, ParseResult parsed, CancellationToken ct)
    {
        var spend = parsed.GetValue(Spend);
        var (name, value) = spend is null ? (parsed.GetValue(FigureName), parsed.GetValue(FigureValue)) : (FigureMinimum.Spend, spend);
        if (name is null || value is null) return await OperatorAnswer.RefuseAsync(KeyProgramErrors.InvalidFigure);
        return await OperatorAnswer.SayAsync(
            services.GetRequiredService<RecordFigure>().RunAsync(parsed.GetValue(Account)!, name, value.Value, ct), "Recorded.");
    }
}
