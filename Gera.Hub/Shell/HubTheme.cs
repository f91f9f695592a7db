using MudBlazor;

namespace Gera.Hub.Shell;

/// <summary>The colours and faces of <c>tokens.css</c> once more, for MudBlazor. A test compares the two.</summary>
public static class HubTheme
{
    private static readonly string[] Text = ["Atkinson Hyperlegible Next", "system-ui", "sans-serif"];
    private static readonly string[] Headings = ["Bricolage Grotesque", "Atkinson Hyperlegible Next", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0a5a63",
            PrimaryContrastText = "#ffffff",
            Secondary = "#7d5500",
            SecondaryContrastText = "#ffffff",
            Tertiary = "#e8b02e",
            TertiaryContrastText = "#14130f",
            Info = "#1f4e96",
            Success = "#256029",
            Warning = "#7d5500",
            Error = "#a31621",
            Dark = "#14130f",
            Background = "#fbf8f1",
            BackgroundGray = "#f1ece0",
            Surface = "#ffffff",
            TextPrimary = "#1a1814",
            TextSecondary = "#57524a",
            ActionDefault = "#57524a",
            AppbarBackground = "#14130f",
            AppbarText = "#fbf8f1",
            DrawerBackground = "#ffffff",
            DrawerText = "#1a1814",
            DrawerIcon = "#57524a",
            LinesDefault = "#d9d2c3",
            LinesInputs = "#8a8375",
            Divider = "#d9d2c3",
            TableLines = "#d9d2c3",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#7fd0d6",
            PrimaryContrastText = "#14130f",
            Secondary = "#f0bd4a",
            SecondaryContrastText = "#14130f",
            Tertiary = "#e8b02e",
            TertiaryContrastText = "#14130f",
            Info = "#9dbdf5",
            InfoContrastText = "#14130f",
            Success = "#94d48e",
            SuccessContrastText = "#14130f",
            Warning = "#f0bd4a",
            WarningContrastText = "#14130f",
            Error = "#ff9f99",
            ErrorContrastText = "#14130f",
            Dark = "#0c0b09",
            Background = "#141310",
            BackgroundGray = "#0c0b09",
            Surface = "#1e1c17",
            TextPrimary = "#f4efe4",
            TextSecondary = "#bdb5a5",
            ActionDefault = "#bdb5a5",
            AppbarBackground = "#0c0b09",
            AppbarText = "#f4efe4",
            DrawerBackground = "#1e1c17",
            DrawerText = "#f4efe4",
            DrawerIcon = "#bdb5a5",
            LinesDefault = "#3a362e",
            LinesInputs = "#7d7668",
            Divider = "#3a362e",
            TableLines = "#3a362e",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Text, FontSize = "1.0625rem", LineHeight = "1.55" },
            Body1 = new Body1Typography { FontFamily = Text, FontSize = "1.0625rem" },
            Body2 = new Body2Typography { FontFamily = Text, FontSize = "1rem" },
            Button = new ButtonTypography { FontFamily = Text, FontSize = "1rem", FontWeight = "650", TextTransform = "none" },
            H1 = new H1Typography { FontFamily = Headings, FontSize = "2.5rem", FontWeight = "750" },
            H2 = new H2Typography { FontFamily = Headings, FontSize = "1.75rem", FontWeight = "700" },
            H3 = new H3Typography { FontFamily = Headings, FontSize = "1.35rem", FontWeight = "700" },
            H4 = new H4Typography { FontFamily = Headings, FontSize = "1.2rem", FontWeight = "700" },
            H5 = new H5Typography { FontFamily = Headings, FontSize = "1.1rem", FontWeight = "700" },
            H6 = new H6Typography { FontFamily = Headings, FontSize = "1.0625rem", FontWeight = "700" },
        },
    };
}
