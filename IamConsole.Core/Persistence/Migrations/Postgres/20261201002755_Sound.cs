using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Sound : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SignInThrottles");

            migrationBuilder.AddColumn<long[]>(
                name: "WrongProofs",
                table: "Sessions",
                type: "bigint[]",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Stops",
                table: "RecordedDecisions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "CheckTimes",
                table: "MfaDevices",
                type: "character varying(90)",
                maxLength: 90,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "AccountId",
                table: "Jobs",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<int>(
                name: "Attempt",
                table: "Jobs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Faults",
                table: "Jobs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Holder",
                table: "Jobs",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "NotBefore",
                table: "Jobs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Jobs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CheckTimes",
                table: "HardwareTokens",
                type: "character varying(90)",
                maxLength: 90,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "AccountId",
                table: "Consignments",
                type: "character varying(12)",
                maxLength: 12,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(12)",
                oldMaxLength: 12);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ReadUntil",
                table: "Consignments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Partition",
                table: "ConsignmentRows",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Origin",
                table: "AuditChain",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<byte[]>(
                name: "OriginHash",
                table: "AuditChain",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SignedUpTo",
                table: "AuditChain",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "TokenSearchTimes",
                table: "Accounts",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PasswordFailures",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Second = table.Column<long>(type: "bigint", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PasswordFailures", x => new { x.Id, x.Second });
                });

            migrationBuilder.CreateTable(
                name: "StepUpIntents",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SessionId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    UserId = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    IsConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "AccountId",
                table: "Consignments",
                type: "character varying(12)",
                maxLength: 12,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "character varying(12)",
                oldMaxLength: 12,
                oldNullable: true);

            migrationBuilder.CreateTable(
                name: "SignInThrottles",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    Window = table.Column<long>(type: "bigint", nullable: false)
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
