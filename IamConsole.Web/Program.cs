using IamConsole.Web.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddShell();
var app = builder.Build();
app.UseAntiforgery();
app.MapShell();
app.Run();

/// <summary>Visible to the test host.</summary>
public partial class Program;
