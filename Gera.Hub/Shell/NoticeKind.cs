namespace Gera.Hub.Shell;

public enum NoticeKind { Info, Success, Warn, Error }
