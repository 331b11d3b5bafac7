using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Sound : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SignInThrottles");

            migrationBuilder.AddColumn<string>(
                name: "WrongProofs",
                table: "Sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Stops",
                table: "RecordedDecisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "CheckTimes",
                table: "MfaDevices",
                type: "TEXT",
                maxLength: 90,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "AccountId",
                table: "Jobs",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AddColumn<int>(
                name: "Attempt",
                table: "Jobs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Faults",
                table: "Jobs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Holder",
                table: "Jobs",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NotBefore",
                table: "Jobs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Jobs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CheckTimes",
                table: "HardwareTokens",
                type: "TEXT",
                maxLength: 90,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "AccountId",
                table: "Consignments",
                type: "TEXT",
                maxLength: 12,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 12);

            migrationBuilder.AddColumn<long>(
                name: "ReadUntil",
                table: "Consignments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Partition",
                table: "ConsignmentRows",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Origin",
                table: "AuditChain",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<byte[]>(
                name: "OriginHash",
                table: "AuditChain",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SignedUpTo",
                table: "AuditChain",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "TokenSearchTimes",
                table: "Accounts",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PasswordFailures",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Second = table.Column<long>(type: "INTEGER", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PasswordFailures", x => new { x.Id, x.Second });
                });

            migrationBuilder.CreateTable(
                name: "StepUpIntents",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IsConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StepUpIntents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StepUpIntents_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_FinishedAt",
                table: "Jobs",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Consignments_State_CreatedAt",
                table: "Consignments",
                columns: new[] { "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PasswordFailures_Second",
                table: "PasswordFailures",
                column: "Second");

            migrationBuilder.CreateIndex(
                name: "IX_StepUpIntents_ExpiresAt",
                table: "StepUpIntents",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_StepUpIntents_SessionId",
                table: "StepUpIntents",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_StepUpIntents_UserId",
                table: "StepUpIntents",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PasswordFailures");

            migrationBuilder.DropTable(
                name: "StepUpIntents");

            migrationBuilder.DropIndex(
                name: "IX_Jobs_FinishedAt",
                table: "Jobs");

            migrationBuilder.DropIndex(
                name: "IX_Consignments_State_CreatedAt",
                table: "Consignments");

            migrationBuilder.DropColumn(
                name: "WrongProofs",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "Stops",
                table: "RecordedDecisions");

            migrationBuilder.DropColumn(
                name: "CheckTimes",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "Attempt",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "Faults",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "Holder",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "NotBefore",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "CheckTimes",
                table: "HardwareTokens");

            migrationBuilder.DropColumn(
                name: "ReadUntil",
                table: "Consignments");

            migrationBuilder.DropColumn(
                name: "Partition",
                table: "ConsignmentRows");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "AuditChain");

            migrationBuilder.DropColumn(
                name: "OriginHash",
                table: "AuditChain");

            migrationBuilder.DropColumn(
                name: "SignedUpTo",
                table: "AuditChain");

            migrationBuilder.DropColumn(
                name: "TokenSearchTimes",
                table: "Accounts");

            migrationBuilder.AlterColumn<string>(
                name: "AccountId",
                table: "Jobs",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "AccountId",
                table: "Consignments",
                type: "TEXT",
                maxLength: 12,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 12,
                oldNullable: true);

            migrationBuilder.CreateTable(
                name: "SignInThrottles",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    Window = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInThrottles", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SignInThrottles_Window",
                table: "SignInThrottles",
                column: "Window");
        }
    }
}
