var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "ok");
app.Run();

/// <summary>Visible to the test host.</summary>
public partial class Program;
